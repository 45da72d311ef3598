import type { DraftField } from '@concert/domain/activity-merge'
import { jointDraft, suggestedFromOther } from '@concert/domain/joint-activity'
import type { PairSide } from '@concert/domain/overlap-verdict'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useFieldText } from '../../coordination/use-activity-words.ts'
import { type Explained, useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { JointPreview } from './JointPreview.tsx'

/** Which record stays, what it takes from the other, and why the two are one work. */
export function JoinForm({ sides }: { sides: readonly [PairSide, PairSide] }) {
  const t = useTranslations('overlaps')
  const [keptReference, setKept] = useState(() => staysFirst(sides))
  const [chosen, setChosen] = useState<Partial<Record<string, DraftField[]>>>({})
  const [note, setNote] = useState('')
  const [kept, joined] = sides[0].activity.reference === keptReference ? sides : ([sides[1], sides[0]] as const)
  const fromOther = chosen[keptReference] ?? suggestedFromOther(kept, joined)
  const { error, isPending, send } = useProposal()
  const propose = () => {
    const seen = ({ activity: { reference }, version }: PairSide) => ({ reference, version })
    send({ kept: seen(kept), joined: seen(joined), fromOther, note })
  }
  const noteError = error?.issues.find(({ path }) => path === 'note')?.sentence
  const isPublic = kept.activity.visibility === 'public'
  return (
    <div className="grid max-w-4xl gap-6 pt-2">
      <RadioGroup
        label={t('join.keep')}
        value={keptReference}
        onChange={setKept}
        options={sides.map(({ activity: { reference, lead } }) => ({
          id: reference,
          name: t('join.keepOption', { reference, agency: lead?.acronym ?? '' }),
        }))}
        description={
          joined.activity.visibility === 'public' && !isPublic
            ? t('errors.join_hides_public', { kept: keptReference, joined: joined.activity.reference })
            : undefined
        }
      />
      <FieldChoices
        kept={kept}
        joined={joined}
        fromOther={fromOther}
        onChange={(fields) => setChosen({ ...chosen, [keptReference]: fields })}
      />
      <p className="text-sm text-ink-soft">{t('join.never')}</p>
      <Disclosure title={t('join.preview')}>
        <JointPreview kept={kept} joined={joined} fromOther={fromOther} />
      </Disclosure>
      <Callout>
        <p>{t('join.seen')}</p>
        {isPublic && <p className="mt-2">{t('join.public')}</p>}
      </Callout>
      <TextArea
        label={t('join.note')}
        description={t('settle.hint')}
        value={note}
        onChange={setNote}
        maxLength={1000}
        error={noteError}
        isRequired
      />
      {error && !noteError && (
        <Callout tone="danger" role="alert">
          {error.sentence}
        </Callout>
      )}
      <div>
        <Button look="primary" isPending={isPending} onClick={propose}>
          {t('join.propose')}
        </Button>
      </div>
    </div>
  )
}

interface FieldChoicesProps {
  kept: PairSide
  joined: PairSide
  fromOther: readonly DraftField[]
  onChange: (fields: DraftField[]) => void
}

/** The fields of which only one side's value can stand, each with both. */
function FieldChoices({ kept, joined, fromOther, onChange }: FieldChoicesProps) {
  const t = useTranslations('overlaps')
  const words = useTranslations('activities')
  const textOf = useFieldText()
  const { fields } = jointDraft(kept, joined, [])
  const choices = fields.filter(({ isChoice }) => isChoice)
  const named = (outcome: 'united' | 'same') =>
    fields
      .filter(
        (one) => one.outcome === outcome && textOf(one.field, kept.draft) + textOf(one.field, joined.draft) !== '',
      )
      .map(({ field }) => words(`fields.${field}`))
      .join(', ')
  const option = (side: PairSide, field: DraftField) => ({
    id: side.activity.reference,
    name: `${side.activity.reference} ${side.activity.lead?.acronym ?? ''}`.trim(),
    description: textOf(field, side.draft) || t('pair.empty'),
  })
  return (
    <div className="grid gap-5">
      <p>{t('join.united', { fields: named('united') })}</p>
      {named('same') !== '' && <p>{t('join.same', { fields: named('same') })}</p>}
      {choices.length > 0 && <h3 className="text-lg font-semibold">{t('join.choose')}</h3>}
      {choices.map(({ field }) => (
        <RadioGroup
          key={field}
          label={words(`fields.${field}`)}
          value={fromOther.includes(field) ? joined.activity.reference : kept.activity.reference}
          onChange={(reference) =>
            onChange(
              reference === joined.activity.reference
                ? [...fromOther, field]
                : fromOther.filter((one) => one !== field),
            )
          }
          options={[option(kept, field), option(joined, field)]}
        />
      ))}
    </div>
  )
}

type Proposal = Omit<Parameters<ReturnType<typeof useProposeMutation>['mutate']>[0], 'idempotencyKey'>

/** The same proposal sent again, over a line that broke, stays one. */
function useProposal() {
  const explain = useExplain()
  const [error, setError] = useState<Explained>()
  const attempt = useRef({ body: '', idempotencyKey: '' })
  const mutation = useProposeMutation((thrown) => setError(explain(thrown)))
  const send = (proposal: Proposal) => {
    const body = JSON.stringify(proposal)
    if (attempt.current.body !== body) attempt.current = { body, idempotencyKey: crypto.randomUUID() }
    setError(undefined)
    mutation.mutate({ ...proposal, idempotencyKey: attempt.current.idempotencyKey })
  }
  return { error, isPending: mutation.isPending, send }
}

function useProposeMutation(onError: (thrown: unknown) => void) {
  const t = useTranslations('overlaps.join')
  const toast = useToast()
  return useMutation(
    trpc.overlaps.proposeJoin.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('proposed') }),
      onError,
    }),
  )
}

/** The public one, since its address has to go on telling the public something; else the one logged first. */
function staysFirst(sides: readonly [PairSide, PairSide]): string {
  const references = sides.map(({ activity }) => activity.reference).toSorted()
  const isPublic = ({ activity }: PairSide) => activity.visibility === 'public'
  const only = sides.filter(isPublic).length === 1 ? sides.find(isPublic) : undefined
  return only?.activity.reference ?? references[0] ?? sides[0].activity.reference
}
