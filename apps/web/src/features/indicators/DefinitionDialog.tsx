import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { definitionForm, emptyWords, otherLanguages } from './indicator-form.ts'

/** A new definition in words: a line of its own from now on. */
export function DefinitionDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useTranslations('indicators')
  const toast = useToast()
  const names = new Intl.DisplayNames([useReader()], { type: 'language' })
  const [idempotencyKey] = useState(newKey)
  const { mutateAsync: define } = useMutation(trpc.indicators.define.mutationOptions())
  return (
    <FormDialog
      title={t('define')}
      lead={t('defineLead')}
      submit={t('defineSubmit')}
      schema={definitionForm}
      begin={{ text: emptyWords(), source: '' }}
      send={async (known) => {
        const { version } = await define({ indicator: slug, ...known, idempotencyKey })
        toast({ tone: 'success', text: t('defined', { version }) })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          {(['en', ...otherLanguages] as const).map((language) => (
            <FormTextArea
              key={language}
              control={control}
              name={`text.${language}`}
              label={t('textIn', { language: names.of(language) ?? language })}
              rows={2}
              maxLength={1000}
              isRequired={language === 'en'}
            />
          ))}
          <FormTextField control={control} name="source" label={t('source')} maxLength={300} isRequired />
        </>
      )}
    </FormDialog>
  )
}
