import { type SecondSignature, signatureConfirmation, signatureRefusal } from '@concert/domain/second-signature'
import { formatDate, formatInstant } from '@concert/messages/format'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { EntryList } from '../../books/EntryList.tsx'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useMoney } from '../../books/use-money.ts'
import { useSignatureWords } from '../../books/use-signature-words.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { SubjectLink } from './SubjectLink.tsx'

/** One request with all that the second officer has to see, and the decision. The one who asked may take it back. */
export function OpenSignature({ asked }: { asked: SecondSignature }) {
  const t = useTranslations('signatures')
  const reader = useReader()
  const money = useMoney()
  const whatOf = useSignatureWords()
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const [decision, setDecision] = useState<'confirm' | 'refuse' | null>(null)
  const isMine = session.actor.kind === 'person' && session.actor.userId === asked.askedBy.id
  const what = whatOf(asked)
  const close = () => setDecision(null)
  return (
    <article aria-label={what}>
      <h3 className="mb-3 text-lg font-semibold">{what}</h3>
      <DefinitionList
        items={[
          { term: t('column.subject'), value: <SubjectLink subject={asked.subject} /> },
          {
            term: t('column.amount'),
            value: asked.amount && <span className="figures">{money.full(asked.amount)}</span>,
          },
          { term: t('column.on'), value: formatDate(reader, asked.on) },
          { term: t('column.reason'), value: <bdi>{asked.reason}</bdi> },
          {
            term: t('column.askedBy'),
            value: t('askedBy', { name: asked.askedBy.name, at: formatInstant(reader, asked.askedAt) }),
          },
        ]}
      />
      {asked.kind === 'reversal' && (
        <Disclosure title={t('mirrored')}>
          <MirroredEntry number={Number(asked.subject.reference)} />
        </Disclosure>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {isMine ? (
          <>
            <Button onClick={() => setDecision('refuse')}>{t('takeBack')}</Button>
            <span className="text-sm text-ink-soft">{t('mine')}</span>
          </>
        ) : (
          <>
            <Button look="primary" onClick={() => setDecision('confirm')}>
              {t('confirm')}
            </Button>
            <Button look="danger" onClick={() => setDecision('refuse')}>
              {t('decline')}
            </Button>
          </>
        )}
      </div>
      {decision === 'confirm' && <ConfirmDialog asked={asked} what={what} onClose={close} />}
      {decision === 'refuse' && <RefuseDialog asked={asked} what={what} isMine={isMine} onClose={close} />}
    </article>
  )
}

/** The entry whose exact opposite would be booked. */
function MirroredEntry({ number }: { number: number }) {
  const { data } = useQuery(trpc.journal.entries.queryOptions({ number }))
  return data ? <EntryList entries={data.rows} isReadOnly /> : <Skeleton lines={4} />
}

interface DecisionProps {
  asked: SecondSignature
  what: string
  onClose: () => void
}

function ConfirmDialog({ asked, what, onClose }: DecisionProps) {
  const t = useTranslations('signatures')
  const toast = useToast()
  const { mutateAsync: confirm } = useMutation(trpc.signatures.confirm.mutationOptions())
  return (
    <FormDialog
      title={what}
      lead={t('confirmLead')}
      submit={t('confirm')}
      schema={signatureConfirmation}
      begin={{ id: asked.id, idempotencyKey: newKey() }}
      send={async (confirmation) => {
        const { entryNumber } = await confirm(confirmation)
        toast({ tone: 'success', text: t('confirmed', { number: String(entryNumber) }) })
      }}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  )
}

function RefuseDialog({ asked, what, isMine, onClose }: DecisionProps & { isMine: boolean }) {
  const t = useTranslations('signatures')
  const toast = useToast()
  const { mutateAsync: refuse } = useMutation(trpc.signatures.refuse.mutationOptions())
  return (
    <FormDialog
      title={what}
      lead={isMine ? t('takeBackLead') : t('declineLead')}
      submit={isMine ? t('takeBack') : t('decline')}
      isDanger={!isMine}
      schema={signatureRefusal}
      begin={{ id: asked.id, note: '', idempotencyKey: newKey() }}
      send={async (refusal) => {
        await refuse(refusal)
        toast({ tone: 'info', text: isMine ? t('takenBack') : t('declined') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <FormTextArea control={control} name="note" label={t('note')} rows={3} maxLength={500} isRequired />
      )}
    </FormDialog>
  )
}
