import type { ParagraphKey } from '@concert/domain/evidence'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { trpc } from '../../trpc.ts'
import { FormDateField, FormRadioGroup, FormSelect, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useWordsAt } from '../../words.ts'
import { emptyEvidence, evidenceForm, evidenceKinds } from './evidence-form.ts'
import { NoteFields } from './NoteFields.tsx'

/** Points at something that exists as an answer to a paragraph. */
export function EvidenceDialog({ paragraph, onClose }: { paragraph: ParagraphKey; onClose: () => void }) {
  const t = useTranslations('commitments.evidence')
  const toast = useToast()
  const [idempotencyKey] = useState(newKey)
  const { mutateAsync: add } = useMutation(trpc.commitments.addEvidence.mutationOptions())
  return (
    <FormDialog
      title={t('add')}
      lead={t('addLead')}
      submit={t('submit')}
      schema={evidenceForm}
      begin={emptyEvidence()}
      send={async (known) => {
        await add({ ...paragraph, ...known, idempotencyKey })
        toast({ tone: 'success', text: t('added') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormRadioGroup
            control={control}
            name="subject.kind"
            label={t('kind')}
            options={evidenceKinds.map((kind) => ({ id: kind, name: t(`kinds.${kind}`) }))}
          />
          <SubjectFields control={control} />
          <NoteFields control={control} />
        </>
      )}
    </FormDialog>
  )
}

type EvidenceControl = Control<z.input<typeof evidenceForm>, unknown, z.output<typeof evidenceForm>>

function SubjectFields({ control }: { control: EvidenceControl }) {
  const t = useTranslations('commitments.evidence')
  const kind = useWatch({ control, name: 'subject.kind' })
  if (kind === 'figure') return <FigureField control={control} />
  if (kind === 'activity') {
    return (
      <FormTextField
        control={control}
        name="subject.reference"
        label={t('reference')}
        description={t('referenceLead')}
        dir="ltr"
        isRequired
      />
    )
  }
  return (
    <>
      <FormTextField control={control} name="subject.symbol" label={t('symbol')} dir="ltr" isRequired />
      <FormTextField control={control} name="subject.title" label={t('reportTitle')} isRequired />
      <FormDateField control={control} name="subject.datedOn" label={t('datedOn')} />
      <FormTextField control={control} name="subject.url" label={t('url')} description={t('urlLead')} dir="ltr" />
    </>
  )
}

function FigureField({ control }: { control: EvidenceControl }) {
  const t = useTranslations('commitments.evidence')
  const wordsAt = useWordsAt()
  const { data: figures } = useSuspenseQuery(trpc.figures.list.queryOptions())
  return (
    <FormSelect
      control={control}
      name="subject.figureId"
      label={t('figure')}
      description={t('figureLead')}
      options={figures.map(({ id, words, params }) => ({ id, name: wordsAt(`figures.${words}.name`, params) ?? id }))}
      isRequired
    />
  )
}
