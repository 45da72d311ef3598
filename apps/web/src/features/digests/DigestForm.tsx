import { type DigestChoice, digestChoice, digestFrequencies } from '@concert/domain/digest'
import { locales } from '@concert/domain/locales'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ownNames } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormRadioGroup, FormSelect } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'

const languageOptions = locales.map((locale) => ({ id: locale, name: ownNames[locale] }))

export function DigestForm({ digest: { frequency, locale } }: { digest: DigestChoice }) {
  const t = useTranslations('digests')
  const toast = useToast()
  const explain = useExplain()
  const { mutateAsync: change } = useMutation(trpc.digests.change.mutationOptions())
  const { control, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(digestChoice, { error: useIssueWords() }),
    defaultValues: { frequency, locale },
  })
  const frequencyOptions = digestFrequencies.map((id) => ({
    id,
    name: t(`frequencies.${id}`),
    description: id === 'off' ? undefined : t(`hints.${id}`),
  }))
  const submit = handleSubmit(async (chosen) => {
    try {
      await change(chosen)
      toast({ tone: 'success', text: t(chosen.frequency === 'off' ? 'savedOff' : 'savedOn') })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-6">
      <FormError control={control} />
      <FormRadioGroup
        control={control}
        name="frequency"
        label={t('frequency')}
        description={t('first')}
        options={frequencyOptions}
      />
      <FormSelect control={control} name="locale" label={t('locale')} options={languageOptions} />
      <div>
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
