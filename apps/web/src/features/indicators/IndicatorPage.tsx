import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { CorrectedTable } from './CorrectedTable.tsx'
import { DefinitionDialog } from './DefinitionDialog.tsx'
import { IndicatorChart } from './IndicatorChart.tsx'
import { ObservationDialog } from './ObservationDialog.tsx'
import { ObservationTable } from './ObservationTable.tsx'

const route = getRouteApi(paths.indicator)
const noPlace = 'none'

/** One indicator: its definitions, its dated observations as lines and as a table, and what was corrected. */
export function IndicatorPage() {
  const t = useTranslations('indicators')
  const reader = useReader()
  const { slug } = route.useParams()
  const isCoordinator = useHasRole('coordinator')
  const [open, setOpen] = useState<'observation' | 'definition' | null>(null)
  const { data: page } = useSuspenseQuery(trpc.indicators.get.queryOptions({ slug }))
  const { indicator, definitions, observations, superseded } = page
  const { instrument, number } = indicator
  const close = () => setOpen(null)
  const above = (
    <Link to={paths.commitment} params={{ instrument, number }} className="link">
      {t('backTo', { number })}
    </Link>
  )
  const actions = isCoordinator && (
    <span className="flex flex-wrap gap-3">
      <Button look="primary" onClick={() => setOpen('observation')}>
        {t('record')}
      </Button>
      <ButtonLink to={paths.importObservations} params={{ slug }}>
        {t('import.open')}
      </ButtonLink>
    </span>
  )
  return (
    <Page title={inLocale(indicator.names, reader)} lead={t('lead')} above={above} actions={actions}>
      {observations.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>
      ) : (
        <>
          {indicator.unit !== 'yes_no' && <Series page={page} />}
          <Section title={t('table')}>
            <ObservationTable page={page} />
          </Section>
        </>
      )}
      <Section
        title={t('definitions')}
        lead={t('definitionsLead')}
        actions={isCoordinator && <Button onClick={() => setOpen('definition')}>{t('define')}</Button>}
      >
        <ol className="divide-y divide-line border-y border-line">
          {definitions.map(({ version, text, source }) => (
            <li key={version} className="space-y-0.5 py-3">
              <p className="font-medium">{t('definitionNumber', { version })}</p>
              <p>
                <bdi>{inLocale(text, reader)}</bdi>
              </p>
              <p className="text-sm text-ink-soft">
                <bdi>{source}</bdi>
              </p>
            </li>
          ))}
        </ol>
      </Section>
      {superseded.length > 0 && (
        <Section title={t('history')} lead={t('historyLead')}>
          <CorrectedTable page={page} />
        </Section>
      )}
      {open === 'observation' && <ObservationDialog page={page} onClose={close} />}
      {open === 'definition' && <DefinitionDialog slug={slug} onClose={close} />}
    </Page>
  )
}

/** The chart of one place at a time: places are not added up, nor laid over each other. */
function Series({ page }: { page: Answers['indicators']['get'] }) {
  const t = useTranslations('indicators')
  const reader = useReader()
  const { place } = route.useSearch()
  const navigate = route.useNavigate()
  const hasNone = page.observations.some((each) => each.place === null)
  const options = [
    ...(hasNone ? [{ id: noPlace, name: t('world') }] : []),
    ...page.places.map(({ code, names }) => ({ id: code, name: inLocale(names, reader) })),
  ]
  const chosen = options.find(({ id }) => id === place) ?? options[0]
  return (
    <div className="space-y-6">
      {options.length > 1 && (
        <div className="max-w-72">
          <Select
            label={t('place')}
            value={chosen?.id ?? null}
            onChange={(id) => navigate({ search: id === null ? {} : { place: id }, replace: true })}
            options={options}
          />
        </div>
      )}
      <IndicatorChart page={page} place={chosen === undefined || chosen.id === noPlace ? null : chosen.id} />
    </div>
  )
}
