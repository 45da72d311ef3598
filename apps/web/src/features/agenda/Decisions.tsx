import { type CarriedDecision, decisionClosing, decisionRecord } from '@concert/domain/agenda'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useAgencyOptions } from '../../coordination/use-agency-options.ts'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { FormComboBox, FormDateField, FormRadioGroup, FormTextArea } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'

const tones = { open: 'accent', done: 'success', dropped: 'neutral' } as const

interface DecisionsProps {
  meetingId: string
  decisions: readonly CarriedDecision[]
  /** Whether the meeting may still be written to. */
  mayRecord: boolean
  children: ReactNode
}

/** What was decided and who does it, with what earlier meetings left open. */
export function Decisions({ meetingId, decisions, mayRecord, children }: DecisionsProps) {
  const t = useTranslations('agenda')
  const reader = useReader()
  const [isRecording, setRecording] = useState(false)
  const [closing, setClosing] = useState<CarriedDecision | null>(null)
  const isCoordinator = useHasRole('coordinator')
  const columns: Column<CarriedDecision>[] = [
    {
      id: 'decision',
      header: t('columns.decision'),
      isRowHeader: true,
      cell: ({ text }) => <bdi>{text}</bdi>,
    },
    { id: 'owner', header: t('columns.owner'), cell: ({ owner }) => owner.acronym },
    {
      id: 'due',
      header: t('columns.due'),
      cell: ({ dueOn }) => <span className="whitespace-nowrap">{formatDate(reader, dueOn, 'short')}</span>,
    },
    {
      id: 'state',
      header: t('columns.state'),
      cell: ({ state, closedNote }) => (
        <>
          <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge> {closedNote && <bdi>{closedNote}</bdi>}
        </>
      ),
    },
    {
      id: 'origin',
      header: t('columns.origin'),
      cell: ({ meeting, carried }) => (
        <>
          {formatDate(reader, meeting.on, 'short')}
          {carried > 0 && <span className="block text-sm text-ink-soft">{t('carried', { count: carried })}</span>}
        </>
      ),
    },
  ]
  if (isCoordinator && mayRecord) {
    columns.push({
      id: 'action',
      header: t('columns.action'),
      align: 'end',
      cell: (decision) =>
        decision.state === 'open' && (
          <Button
            size="small"
            onClick={() => setClosing(decision)}
            aria-label={t('close.openRow', { text: decision.text })}
          >
            {t('close.open')}
          </Button>
        ),
    })
  }
  return (
    <Section
      title={t('sections.decisions')}
      actions={
        mayRecord && (
          <Button look="primary" onClick={() => setRecording(true)}>
            {t('decide.open')}
          </Button>
        )
      }
    >
      {decisions.length === 0 ? (
        <p className="text-ink-soft">{t('nothing')}</p>
      ) : (
        <DataTable caption={t('sections.decisions')} rows={decisions} rowKey={({ id }) => id} columns={columns} />
      )}
      {children}
      {isRecording && <RecordDialog meetingId={meetingId} onClose={() => setRecording(false)} />}
      {closing && <ClosingDialog decision={closing} onClose={() => setClosing(null)} />}
    </Section>
  )
}

function RecordDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const t = useTranslations('agenda.decide')
  const toast = useToast()
  const agencies = useAgencyOptions()
  const record = useMutation(trpc.agenda.decide.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  return (
    <FormDialog
      title={t('open')}
      lead={t('lead')}
      submit={t('submit')}
      schema={decisionRecord}
      begin={{ meetingId, text: '', idempotencyKey }}
      send={async (known) => {
        await record.mutateAsync(known)
        toast({ tone: 'success', text: t('done') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormTextArea control={control} name="text" label={t('text')} rows={3} maxLength={500} isRequired />
          <FormComboBox control={control} name="ownerAgencyId" label={t('owner')} options={agencies} isRequired />
          <FormDateField control={control} name="dueOn" label={t('due')} isRequired />
        </>
      )}
    </FormDialog>
  )
}

function ClosingDialog({ decision, onClose }: { decision: CarriedDecision; onClose: () => void }) {
  const t = useTranslations('agenda')
  const toast = useToast()
  const close = useMutation(trpc.agenda.close.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  return (
    <FormDialog
      title={t('close.title')}
      lead={<bdi>{decision.text}</bdi>}
      submit={t('close.title')}
      schema={decisionClosing}
      begin={{ id: decision.id, state: 'done', note: '', idempotencyKey }}
      send={async (known) => {
        await close.mutateAsync(known)
        toast({ tone: 'success', text: t('close.done') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormRadioGroup
            control={control}
            name="state"
            label={t('close.as')}
            options={(['done', 'dropped'] as const).map((id) => ({ id, name: t(`states.${id}`) }))}
          />
          <FormTextArea
            control={control}
            name="note"
            label={t('close.note')}
            description={t('close.noteLead')}
            rows={2}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
