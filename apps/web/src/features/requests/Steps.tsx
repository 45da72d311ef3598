import { today } from '@concert/domain/calendar-date'
import { formatDate } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { DayField, FormDialog, ReasonField } from '../../books/FormDialog.tsx'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FormSelect, FormTextArea } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { OneRequest } from './RequestPage.tsx'
import { correctionForm, moveForm } from './request-forms.ts'

/** How a request went, step by step, those taken back too; a coordinator records the next one. */
export function Steps({ page }: { page: OneRequest }) {
  const t = useTranslations('requests')
  const reader = useReader()
  const isCoordinator = useHasRole('coordinator')
  const [open, setOpen] = useState<'move' | 'correct' | null>(null)
  const standing = page.steps.filter(({ struck }) => struck === null)
  const mayCorrect = standing.length > 1 && page.request.stage !== 'matched'
  const close = () => setOpen(null)
  return (
    <Section
      title={t('steps.title')}
      actions={
        isCoordinator && (
          <>
            {page.next.length > 0 && <Button onClick={() => setOpen('move')}>{t('steps.move')}</Button>}
            {mayCorrect && (
              <Button look="quiet" onClick={() => setOpen('correct')}>
                {t('steps.correct')}
              </Button>
            )}
          </>
        )
      }
    >
      {page.proposed && <Callout>{t('steps.proposed', { stage: t(`stages.${page.proposed}`) })}</Callout>}
      <DataTable
        caption={t('steps.title')}
        rows={page.steps}
        rowKey={({ position }) => String(position)}
        density="dense"
        columns={[
          {
            id: 'stage',
            header: t('fact.stage'),
            cell: ({ stage, struck }) => (struck ? <s>{t(`stages.${stage}`)}</s> : t(`stages.${stage}`)),
          },
          { id: 'on', header: t('steps.column.on'), cell: ({ on }) => formatDate(reader, on) },
          {
            id: 'note',
            header: t('steps.column.note'),
            cell: ({ note, struck }) => (
              <span dir="auto">
                {struck ? t('steps.struck', { name: struck.byName, reason: struck.reason }) : note}
              </span>
            ),
          },
          { id: 'by', header: t('steps.column.by'), cell: ({ byName }) => <bdi>{byName}</bdi> },
        ]}
      />
      {open === 'move' && <MoveDialog page={page} onClose={close} />}
      {open === 'correct' && <CorrectionDialog page={page} onClose={close} />}
    </Section>
  )
}

interface StepDialogProps {
  page: OneRequest
  onClose: () => void
}

function MoveDialog({ page: { request, next, proposed }, onClose }: StepDialogProps) {
  const t = useTranslations('requests')
  const toast = useToast()
  const { mutateAsync: move } = useMutation(trpc.requests.move.mutationOptions())
  return (
    <FormDialog
      title={t('steps.move')}
      lead={t('steps.moveLead')}
      submit={t('form.submit')}
      schema={moveForm}
      begin={{ to: proposed ?? next[0] ?? null, on: today(), note: '' }}
      send={async (known) => {
        await move({ reference: request.reference, from: request.stage, ...known })
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormSelect
            control={control}
            name="to"
            label={t('fact.stage')}
            options={next.map((id) => ({ id, name: t(`stages.${id}`) }))}
            isRequired
          />
          <DayField control={control} />
          <FormTextArea control={control} name="note" label={t('steps.column.note')} rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  )
}

function CorrectionDialog({ page: { request }, onClose }: StepDialogProps) {
  const t = useTranslations('requests')
  const toast = useToast()
  const { mutateAsync: correct } = useMutation(trpc.requests.correct.mutationOptions())
  return (
    <FormDialog
      title={t('steps.correct')}
      lead={t('steps.correctLead')}
      submit={t('steps.correct')}
      schema={correctionForm}
      begin={{ reason: '' }}
      send={async (known) => {
        await correct({ reference: request.reference, from: request.stage, ...known })
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
      isDanger
    >
      {({ control }) => <ReasonField control={control} />}
    </FormDialog>
  )
}
