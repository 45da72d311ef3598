import type { ActivityJoin } from '@concert/domain/activity-join'
import type { PairSide } from '@concert/domain/overlap-verdict'
import { formatInstant } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { EndJoinDialog, type JoinEndingKind } from './EndJoinDialog.tsx'
import { JointPreview } from './JointPreview.tsx'
import type { OnePair } from './OverlapPairPage.tsx'

interface StandingJoinProps {
  join: ActivityJoin
  sides: readonly [PairSide, PairSide]
  may: OnePair['may']
  hasMoved: boolean
}

/** A proposal with who agreed and who is awaited, or the join that holds; with what one may do about it. */
export function StandingJoin({ join, sides, may, hasMoved }: StandingJoinProps) {
  const t = useTranslations('overlaps.join')
  const words = useTranslations('activities')
  const reader = useReader()
  const [ending, setEnding] = useState<JoinEndingKind | null>(null)
  const { kept, joined, fromOther, parties, byName, byAgency, note, state } = join
  const [keptSide, joinedSide] = sides[0].activity.reference === kept ? sides : ([sides[1], sides[0]] as const)
  const isJoined = state === 'joined'
  return (
    <div className="grid w-full max-w-4xl gap-3 rounded border border-line bg-surface p-4">
      <h3 className="text-lg font-semibold">
        {isJoined && join.joinedAt ? t('is', { at: formatInstant(reader, join.joinedAt) }) : t('proposal')}
      </h3>
      <p dir="auto">{t('by', { agency: byAgency ?? byName, at: formatInstant(reader, join.proposedAt), note })}</p>
      <p>{t('stays', { kept, joined })}</p>
      {fromOther.length > 0 && (
        <p>{t('takes', { joined, fields: fromOther.map((field) => words(`fields.${field}`)).join(', ') })}</p>
      )}
      <ul className="text-sm text-ink-soft">
        {parties.map(({ agencyId, acronym, agreedAt }) => (
          <li key={agencyId}>
            {agreedAt
              ? t('agreed', { agency: acronym, at: formatInstant(reader, agreedAt) })
              : t('awaited', { agency: acronym })}
          </li>
        ))}
      </ul>
      {hasMoved && <Callout tone="warning">{t('moved')}</Callout>}
      {!isJoined && !hasMoved && (
        <Disclosure title={t('preview')} isOpen={may.agree}>
          {may.agree && <p className="mb-3 text-ink-soft">{t('agreeLead')}</p>}
          <JointPreview kept={keptSide} joined={joinedSide} fromOther={fromOther} />
        </Disclosure>
      )}
      {may.agree && <AgreeButton join={join} />}
      <div className="flex flex-wrap gap-2">
        {isJoined && (
          <ButtonLink to={paths.activity} params={{ reference: kept }}>
            {t('open')}
          </ButtonLink>
        )}
        {may.end && <Button onClick={() => setEnding(may.end)}>{t(may.end)}</Button>}
        {may.separate && <Button onClick={() => setEnding('separate')}>{t('separate')}</Button>}
      </div>
      {ending && <EndJoinDialog join={join} kind={ending} onClose={() => setEnding(null)} />}
    </div>
  )
}

function AgreeButton({ join: { id, parties } }: { join: ActivityJoin }) {
  const t = useTranslations('overlaps.join')
  const toast = useToast()
  const explain = useExplain()
  const [idempotencyKey] = useState(newKey)
  const [error, setError] = useState<string>()
  const isLast = parties.filter(({ agreedAt }) => agreedAt === null).length === 1
  const agree = useMutation(
    trpc.overlaps.agreeToJoin.mutationOptions({
      onSuccess: ({ isJoined }) => toast({ tone: 'success', text: t(isJoined ? 'nowJoined' : 'nowAgreed') }),
      onError: (thrown) => setError(explain(thrown).sentence),
    }),
  )
  return (
    <>
      <p className="text-sm text-ink-soft">{t('seen')}</p>
      {error && (
        <Callout tone="danger" role="alert">
          {error}
        </Callout>
      )}
      <div>
        <Button look="primary" isPending={agree.isPending} onClick={() => agree.mutate({ id, idempotencyKey })}>
          {t(isLast ? 'agree' : 'agreeFirst')}
        </Button>
      </div>
    </>
  )
}

/** What was proposed before and what became of it, the newest first. */
export function EarlierJoins({ joins }: { joins: readonly ActivityJoin[] }) {
  const t = useTranslations('overlaps.join')
  const reader = useReader()
  return (
    <ul className="grid gap-3">
      {joins.flatMap(({ id, state, endedAt, endedBy, endedAgency, endedWhy, ...join }) => {
        if (state !== 'declined' && state !== 'withdrawn' && state !== 'separated') return []
        const at = endedAt === null ? '' : formatInstant(reader, endedAt)
        const proposed = formatInstant(reader, join.proposedAt)
        return [
          <li key={id} dir="auto">
            <p>{t('by', { agency: join.byAgency ?? join.byName, at: proposed, note: join.note })}</p>
            <p className="text-sm text-ink-soft">
              {t(`states.${state}`, { agency: endedAgency ?? endedBy ?? '', at, why: endedWhy ?? '' })}
            </p>
          </li>,
        ]
      })}
    </ul>
  )
}
