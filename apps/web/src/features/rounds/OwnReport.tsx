import type { Actor } from '@concert/domain/actor'
import { mayUse } from '@concert/domain/actor'
import type { ListedActivity, Round, RoundReport } from '@concert/domain/round'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { queryClient, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { ActivityCard } from './ActivityCard.tsx'
import { NewActivity } from './NewActivity.tsx'
import { type Line, useAnswers } from './use-answers.ts'

interface OwnReportProps {
  round: Round
  report: RoundReport | null
  activities: readonly ListedActivity[]
  actor: Extract<Actor, { kind: 'person' }>
}

/** The page of one agency: each activity answered once, handed in, and cleared. */
export function OwnReport({ round, report, activities, actor }: OwnReportProps) {
  const t = useTranslations('rounds')
  const explain = useExplain()
  const { typed, line, waiting, type, drop, settle } = useAnswers(actor.userId, round.id)
  const [nothingToReport, setNothing] = useState(report?.nothingToReport ?? false)
  const [blocked, setBlocked] = useState<string[]>([])
  const submit = useMutation(trpc.rounds.submit.mutationOptions())
  const clear = useMutation(
    trpc.rounds.clear.mutationOptions({ onSuccess: ({ open }) => setBlocked(open.map(({ reference }) => reference)) }),
  )
  const reopen = useMutation(trpc.rounds.reopen.mutationOptions())
  const mayReport = mayUse(actor, 'rounds.report')
  const mayClear = mayUse(actor, 'rounds.clear')
  const isCleared = report?.state === 'cleared'
  const isReadOnly = round.closedAt !== null || isCleared || !mayReport
  const isAnswered = ({ reference, answer }: ListedActivity) => answer !== null || typed[reference] !== undefined
  const answered = activities.filter(isAnswered).length
  const failure = submit.error ?? clear.error ?? reopen.error
  const dropTyped = (reference: string) => {
    drop(reference)
    void queryClient.invalidateQueries(trpc.rounds.pathFilter())
  }
  const sendFirst = async (then: () => void) => {
    const left = await settle()
    setBlocked(left)
    if (left.length === 0) then()
  }
  return (
    <Section
      title={t('own')}
      lead={t('answered', { answered, total: activities.length })}
      actions={!isReadOnly && <NewActivity roundId={round.id} />}
    >
      {!isReadOnly && <LineState line={line} waiting={waiting} />}
      {isCleared && <Callout tone="success">{t('clearedNote')}</Callout>}
      {activities.length === 0 ? (
        <EmptyState title={t('nothingListed')} />
      ) : (
        <ul className="border-b border-line">
          {activities.map((activity) => (
            <ActivityCard
              key={activity.reference}
              activity={activity}
              typed={typed[activity.reference]}
              isReadOnly={isReadOnly}
              onType={type}
              onDrop={dropTyped}
            />
          ))}
        </ul>
      )}
      {failure && (
        <Callout tone="danger" role="alert">
          {explain(failure).sentence}
        </Callout>
      )}
      {blocked.length > 0 && (
        <Callout tone="warning" role="alert">
          {t('blocked', { count: blocked.length, references: blocked.join(', ') })}
        </Callout>
      )}
      {!isReadOnly && (
        <div className="flex flex-col gap-4">
          <Checkbox label={t('nothing')} value={nothingToReport} onChange={setNothing} />
          <div className="flex flex-wrap gap-3">
            {mayClear && (
              <Button
                look="primary"
                isPending={clear.isPending}
                onClick={() => sendFirst(() => clear.mutate({ roundId: round.id, nothingToReport }))}
              >
                {t('clear')}
              </Button>
            )}
            {!mayClear && (
              <Button
                look="primary"
                isPending={submit.isPending}
                onClick={() => sendFirst(() => submit.mutate({ roundId: round.id, nothingToReport }))}
              >
                {t('submit')}
              </Button>
            )}
          </div>
        </div>
      )}
      {isCleared && mayClear && round.closedAt === null && (
        <Button isPending={reopen.isPending} onClick={() => reopen.mutate({ roundId: round.id })}>
          {t('reopen')}
        </Button>
      )}
    </Section>
  )
}

/** Where what was typed is: here, on its way, or at the server. */
function LineState({ line, waiting }: { line: Line; waiting: number }) {
  const t = useTranslations('rounds.line')
  return (
    <p
      role="status"
      className={`sticky top-0 z-10 border-b border-line bg-paper py-2 ${line === 'waiting' ? 'font-medium text-warning' : 'text-ink-soft'}`}
    >
      {line === 'waiting' ? t('waiting', { count: waiting }) : t(line)}
    </p>
  )
}
