import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { languagesFor } from './evidence-form.ts'

/** The field `note` of a form: the reader's language first, the others for who wants them. */
export function NoteFields<Values extends FieldValues, Known>({
  control,
}: {
  control: Control<Values, unknown, Known>
}) {
  const t = useTranslations('commitments.setStatus')
  const reader = useReader()
  const names = new Intl.DisplayNames([reader], { type: 'language' })
  const [own, ...others] = languagesFor(reader).map((language) => (
    <FormTextArea
      key={language}
      control={control}
      name={`note.${language}` as FieldPath<Values>}
      label={t('note', { language: names.of(language) ?? language })}
      rows={2}
      maxLength={1000}
    />
  ))
  return (
    <>
      {own}
      <Disclosure title={t('otherLanguages')}>
        <div className="flex flex-col gap-4">{others}</div>
      </Disclosure>
    </>
  )
}
