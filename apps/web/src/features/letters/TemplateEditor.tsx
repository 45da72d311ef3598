import type { LetterKind } from '@concert/domain/letter'
import {
  type LetterTemplate,
  type LetterValues,
  letterFields,
  mergeTemplate,
  templateIssues,
} from '@concert/domain/letter-template'
import { direction } from '@concert/domain/locales'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { TemplateSheet } from './LetterSheet.tsx'
import {
  fromTypedTemplate,
  type OneTemplate,
  type TypedTemplate,
  templateForm,
  toTypedTemplate,
} from './template-form.ts'

interface TemplateEditorProps {
  one: OneTemplate
  basedOn: number
  template: LetterTemplate
  example: LetterValues<LetterKind>
  onSaved: (version: number) => void
}

/** The wording of a letter, beside how it reads with something filled in. */
export function TemplateEditor({ one, basedOn, template, example, onSaved }: TemplateEditorProps) {
  const t = useTranslations('letters.editor')
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: save } = useMutation(trpc.letters.saveTemplate.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm<TypedTemplate>({
    resolver: zodResolver(templateForm(one.kind), { error: useIssueWords() }),
    defaultValues: toTypedTemplate(template),
  })
  const typed = useWatch({ control })
  const submit = handleSubmit(async (wording) => {
    try {
      const saved = await save({ ...one, ...fromTypedTemplate(wording), basedOn, idempotencyKey: newKey() })
      toast({ tone: 'success', text: t('saved') })
      onSaved(saved.version)
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <div className="grid items-start gap-8 xl:grid-cols-2">
      <div className="grid gap-8">
        <form onSubmit={submit} noValidate className="grid gap-5" lang={one.language} dir={direction(one.language)}>
          <FormError control={control} />
          <FormTextField control={control} name="title" label={t('subject')} maxLength={300} isRequired />
          <FormTextArea
            control={control}
            name="body"
            label={t('body')}
            description={t('bodyLead')}
            rows={18}
            isRequired
          />
          <div>
            <Button type="submit" look="primary" isPending={formState.isSubmitting}>
              {t('save')}
            </Button>
          </div>
        </form>
        <Fields kind={one.kind} example={example} />
      </div>
      <div className="grid gap-3">
        <h3 className="text-lg font-semibold">{t('preview')}</h3>
        <Example one={one} typed={{ title: typed.title ?? '', body: typed.body ?? '' }} example={example} />
      </div>
    </div>
  )
}

/** As it reads now; while something typed is faulty, as it read before. */
function Example({
  one,
  typed,
  example,
}: {
  one: OneTemplate
  typed: TypedTemplate
  example: LetterValues<LetterKind>
}) {
  const wording = fromTypedTemplate(typed)
  const isSound = wording.paragraphs.length > 0 && templateIssues(one.kind, wording).length === 0
  const [shown, setShown] = useState(() => ({ typed, merged: mergeTemplate(wording, example) }))
  if (isSound && (typed.title !== shown.typed.title || typed.body !== shown.typed.body)) {
    setShown({ typed, merged: mergeTemplate(wording, example) })
  }
  return <TemplateSheet language={one.language} {...shown.merged} />
}

function Fields({ kind, example }: { kind: LetterKind; example: LetterValues<LetterKind> }) {
  const t = useTranslations('letters.editor')
  const { text, tables, required } = letterFields[kind]
  const isRequired = (field: string) => required.some((name) => name === field)
  const rows = [
    ...Object.entries<string>(example.text)
      .filter(([field]) => text.some((name) => name === field))
      .map(([field, words]) => ({ field, words })),
    ...tables.map((field) => ({ field, words: t('table') })),
  ]
  return (
    <div className="grid gap-2">
      <h3 className="text-lg font-semibold">{t('fields')}</h3>
      <p className="text-ink-soft">{t('fieldsLead')}</p>
      <DataTable
        caption={t('fields')}
        density="dense"
        rows={rows}
        rowKey={({ field }) => field}
        columns={[
          {
            id: 'field',
            header: t('field'),
            cell: ({ field }) => (
              <span className="flex flex-wrap items-center gap-2">
                <code dir="ltr" className="text-sm">{`{${field}}`}</code>
                {isRequired(field) && <Badge tone="accent">{t('required')}</Badge>}
              </span>
            ),
          },
          { id: 'example', header: t('example'), cell: ({ words }) => <bdi className="text-sm">{words}</bdi> },
        ]}
      />
    </div>
  )
}
