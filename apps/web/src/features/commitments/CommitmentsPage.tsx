import { type ActKind, type Addressee, actKinds, addressees, codeKey, pillars } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { DocumentLink } from '../../layout/DocumentLink.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { ParagraphCard } from './ParagraphCard.tsx'
import { ResolutionTable } from './ResolutionTable.tsx'
import type { CommitmentSearch } from './search.ts'

const route = getRouteApi(paths.commitments)

/** A declaration paragraph by paragraph, with what answers each; the filters stand in the URL. */
export function CommitmentsPage() {
  const t = useTranslations('commitments')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  const { data } = useSuspenseQuery(trpc.commitments.list.queryOptions())
  const instrument = data.instruments.find(({ slug }) => slug === search.instrument) ?? data.instruments[0]
  const all = data.commitments.filter((commitment) => commitment.instrument === instrument?.slug)
  const shown = all.filter(
    (commitment) =>
      (!search.pillar || commitment.pillars.includes(search.pillar)) &&
      (!search.addressee || commitment.addressees.includes(search.addressee)) &&
      (!search.act || commitment.actKinds.includes(search.act)),
  )
  const spokenTo = addressees.filter((whom) => all.some((commitment) => commitment.addressees.includes(whom)))
  const acts = actKinds.filter((act) => all.some((commitment) => commitment.actKinds.includes(act)))
  const set = (change: Partial<Record<keyof CommitmentSearch, string | null>>) =>
    navigate({ search: (now) => ({ ...now, ...(withoutNull(change) as CommitmentSearch) }), replace: true })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={me?.actor.kind === 'person' && <ButtonLink to={paths.commitmentAgencies}>{t('matrix.link')}</ButtonLink>}
    >
      <div>
        <FilterBar
          active={[search.instrument, search.pillar, search.addressee, search.act].filter(Boolean).length}
          onClear={() => navigate({ search: {}, replace: true })}
          result={t('found', { count: shown.length })}
        >
          <Select
            label={t('instrument')}
            value={instrument?.slug ?? null}
            onChange={(id) => set({ instrument: id })}
            options={data.instruments.map(({ slug, adoptedOn, symbol, title }) => ({
              id: slug,
              name: `${adoptedOn.slice(0, 4)} · ${symbol}`,
              description: inLocale(title, reader),
            }))}
          />
          <Select
            label={t('pillar')}
            value={search.pillar ?? null}
            onChange={(id) => set({ pillar: id })}
            emptyOption={t('any')}
            options={pillars.map((code) => ({ id: code, name: tCodes(codeKey('pillars', code)) }))}
          />
          <Select
            label={t('addressee')}
            value={search.addressee ?? null}
            onChange={(id) => set({ addressee: id })}
            emptyOption={t('any')}
            options={spokenTo.map((code: Addressee) => ({ id: code, name: tCodes(codeKey('addressees', code)) }))}
          />
          <Select
            label={t('actKind')}
            value={search.act ?? null}
            onChange={(id) => set({ act: id })}
            emptyOption={t('any')}
            options={acts.map((code: ActKind) => ({ id: code, name: tCodes(codeKey('actKinds', code)) }))}
          />
        </FilterBar>
        {instrument && (
          <Section
            title={inLocale(instrument.title, reader)}
            actions={
              <DocumentLink symbol={instrument.symbol}>{t('readText', { symbol: instrument.symbol })}</DocumentLink>
            }
          >
            {all.length === 0 ? (
              <EmptyState title={t('emptyInstrument')}>{t('emptyInstrumentLead')}</EmptyState>
            ) : shown.length === 0 ? (
              <EmptyState title={t('emptyFilter')} />
            ) : (
              <>
                <Callout>{t('statesNote')}</Callout>
                <ol className="mt-2 divide-y divide-line">
                  {shown.map((commitment) => (
                    <ParagraphCard key={commitment.number} commitment={commitment} />
                  ))}
                </ol>
              </>
            )}
          </Section>
        )}
      </div>
      <Section title={t('resolutions.title')} lead={t('resolutions.lead')}>
        <ResolutionTable resolutions={data.resolutions} />
      </Section>
    </Page>
  )
}

function withoutNull(change: Partial<Record<string, string | null>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value ?? undefined]))
}
