import { functionalMailbox } from '@concert/domain/functional-mailbox'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../errors.ts'
import { Button } from '../ui/Button.tsx'
import { FormError } from '../ui/form/FormError.tsx'
import { FormTextField } from '../ui/form/fields.tsx'
import { useToast } from '../ui/Toast.tsx'

const mailboxForm = z.object({ address: functionalMailbox.or(z.literal('').transform(() => null)) })

interface MailboxFormProps {
  label: string
  address: string | null
  save: (address: string | null) => Promise<unknown>
}

/** The mailbox of a function; never of a person. */
export function MailboxForm({ label, address, save }: MailboxFormProps) {
  const t = useTranslations('letters.mailbox')
  const toast = useToast()
  const explain = useExplain()
  const { control, handleSubmit, setError, formState } = useForm<
    z.input<typeof mailboxForm>,
    unknown,
    z.output<typeof mailboxForm>
  >({
    resolver: zodResolver(mailboxForm, { error: useIssueWords() }),
    defaultValues: { address: address ?? '' },
  })
  const submit = handleSubmit(async (typed) => {
    try {
      await save(typed.address)
      toast({ tone: 'success', text: t('saved') })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="grid max-w-xl gap-4">
      <FormError control={control} />
      <FormTextField
        control={control}
        name="address"
        label={label}
        description={t('description')}
        inputMode="email"
        autoComplete="off"
        dir="ltr"
        maxLength={120}
      />
      <div>
        <Button type="submit" isPending={formState.isSubmitting}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
