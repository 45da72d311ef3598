import { formatInstant } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { Waterfall } from '../../books/Waterfall.tsx'
import { useExplain } from '../../errors.ts'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useWordsAt } from '../../words.ts'

/** Every figure with its rule and its proof, and what must hold at all times. */
export function HowWeCountPage() {
  const t = useTranslations('figures')
  return (
    <Page title={t('page.title')} lead={t('page.lead')}>
      <Figures />
      <Waterfall />
      <StandingChecks />
      <OpenData />
    </Page>
  )
}

function Figures() {
  const t = useTranslations('figures')
  const wordsAt = useWordsAt()
  const { data: figures } = useSuspenseQuery(trpc.figures.list.queryOptions())
  return (
    <Section title={t('page.figures')}>
      <DataTable
        caption={t('page.figures')}
        rows={figures}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'figure',
            header: t('column.figure'),
            cell: ({ words, params, id }) => wordsAt(`figures.${words}.name`, params) ?? id,
          },
          {
            id: 'rule',
            header: t('column.rule'),
            cell: ({ words, params }) => (
              <span className="text-ink-soft">{wordsAt(`figures.${words}.rule`, params)}</span>
            ),
          },
          {
            id: 'value',
            header: t('column.value'),
            align: 'end',
            cell: (figure) => <PublicFigure figure={figure} size="inline" />,
          },
        ]}
      />
    </Section>
  )
}

/** Where programs read what is public. */
function OpenData() {
  const t = useTranslations('iati.page')
  return (
    <Section title={t('title')} lead={t('lead')} id="open-data">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {(['activities', 'fund', 'organisation'] as const).map((file) => (
          <li key={file}>
            <a href={`/iati/${file}.xml`} className="link">
              {t(file)} <span className="text-sm text-ink-soft">(IATI, XML)</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Check = Answers['checks']['list'][number]

function StandingChecks() {
  const t = useTranslations('figures')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const { data: checks } = useSuspenseQuery(trpc.checks.list.queryOptions())
  return (
    <Section title={t('page.checks')} lead={t('page.checksLead')} actions={<RunChecks />}>
      <DataTable
        caption={t('page.checks')}
        rows={checks}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('page.noChecks')} />}
        columns={[
          {
            id: 'check',
            header: t('column.check'),
            cell: ({ id }) => (
              <>
                {wordsAt(`checks.${id}.name`) ?? id}
                <span className="block max-w-2xl text-sm font-normal text-ink-soft">
                  {wordsAt(`checks.${id}.rule`)}
                </span>
              </>
            ),
          },
          {
            id: 'lastRun',
            header: t('column.lastRun'),
            cell: ({ lastRun }) => (lastRun ? formatInstant(reader, lastRun.ranAt) : t('page.neverRan')),
          },
          { id: 'outcome', header: t('column.outcome'), cell: ({ lastRun }) => <Outcome lastRun={lastRun} /> },
        ]}
      />
    </Section>
  )
}

/** For those who answer for the books or for the system; everyone else sees when they ran. */
function RunChecks() {
  const t = useTranslations('figures.page')
  const toast = useToast()
  const explain = useExplain()
  const mayRun = [useHasRole('fund_manager'), useHasRole('administrator')].includes(true)
  const { mutate, isPending } = useMutation(
    trpc.checks.run.mutationOptions({
      onSuccess: ({ ran, broken }) =>
        toast({ tone: broken > 0 ? 'danger' : 'success', text: t('checksRan', { count: ran, broken }) }),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  if (!mayRun) return null
  return (
    <Button isPending={isPending} onClick={() => mutate()}>
      {t('runChecks')}
    </Button>
  )
}

function Outcome({ lastRun }: Pick<Check, 'lastRun'>) {
  const t = useTranslations('figures')
  if (!lastRun) return <Badge>{t('page.neverRan')}</Badge>
  if (lastRun.ok) return <Badge tone="success">{t('page.holds')}</Badge>
  return <Badge tone="danger">{t('page.broken', { count: lastRun.found })}</Badge>
}
