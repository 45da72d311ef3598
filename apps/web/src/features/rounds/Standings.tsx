import type { AgencyStanding, ReportCounts, Round } from '@concert/domain/round'
import { formatInstant, formatNumber } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Section } from '../../ui/Section.tsx'

interface StandingsProps {
  round: Round
  standings: readonly AgencyStanding[]
  counts: ReportCounts
}

const tones = { awaited: 'neutral', in_work: 'accent', submitted: 'accent', cleared: 'success' } as const

/** For the coordinator: what is received and what is awaited, and the round's deadline and end. */
export function Standings({ round, standings, counts }: StandingsProps) {
  const t = useTranslations('rounds')
  const reader = useReader()
  return (
    <Section title={t('agencies')} actions={round.closedAt === null && <RoundActions round={round} />}>
      <DefinitionList
        items={[
          { term: t('received'), value: formatNumber(reader, counts.received) },
          { term: t('awaited'), value: formatNumber(reader, counts.awaited) },
        ]}
      />
      <DataTable
        caption={t('agencies')}
        rows={standings}
        rowKey={({ agency }) => agency.id}
        density="dense"
        columns={[
          { id: 'agency', header: t('agency'), isRowHeader: true, cell: ({ agency }) => <bdi>{agency.acronym}</bdi> },
          {
            id: 'state',
            header: t('state'),
            cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
          },
          {
            id: 'cleared',
            header: t('clearedAt'),
            cell: ({ clearedAt }) => clearedAt && formatInstant(reader, clearedAt),
          },
        ]}
      />
    </Section>
  )
}

function RoundActions({ round }: { round: Round }) {
  const t = useTranslations('rounds')
  const explain = useExplain()
  const [asked, setAsked] = useState<'deadline' | 'close' | null>(null)
  const [deadline, setDeadline] = useState<string | null>(round.deadline)
  const done = { onSuccess: () => setAsked(null) }
  const change = useMutation(trpc.rounds.changeDeadline.mutationOptions(done))
  const close = useMutation(trpc.rounds.close.mutationOptions(done))
  const failure = asked === 'deadline' ? change.error : close.error
  const confirm =
    asked === 'deadline' ? (
      <Button
        look="primary"
        isPending={change.isPending}
        onClick={() => deadline && change.mutate({ roundId: round.id, deadline })}
      >
        {t('changeDeadline')}
      </Button>
    ) : (
      <Button look="danger" isPending={close.isPending} onClick={() => close.mutate({ roundId: round.id })}>
        {t('close')}
      </Button>
    )
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => setAsked('deadline')}>{t('changeDeadline')}</Button>
      <Button onClick={() => setAsked('close')}>{t('close')}</Button>
      <Dialog
        isOpen={asked !== null}
        isAlert
        onClose={() => setAsked(null)}
        title={asked === 'deadline' ? t('changeDeadline') : t('close')}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{t('cancel')}</Button>
            {confirm}
          </>
        }
      >
        {asked === 'deadline' ? (
          <DateField label={t('deadlineField')} value={deadline} onChange={setDeadline} isRequired />
        ) : (
          <p>{t('closeLead')}</p>
        )}
        {failure && (
          <Callout tone="danger" role="alert">
            {explain(failure).sentence}
          </Callout>
        )}
      </Dialog>
    </div>
  )
}
