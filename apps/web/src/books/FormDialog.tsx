import { zodResolver } from '@hookform/resolvers/zod'
import { type FormEvent, type ReactNode, useId } from 'react'
import {
  type Control,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { showInForm, useExplain, useIssueWords } from '../errors.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormError } from '../ui/form/FormError.tsx'
import { FormAmountField, FormDateField, FormTextArea } from '../ui/form/fields.tsx'

interface FormDialogProps<Typed extends FieldValues, Known> {
  title: string
  /** What happens when it is sent. */
  lead: ReactNode
  submit: string
  isDanger?: boolean
  size?: 'normal' | 'wide'
  /** From what was typed to what the domain knows. */
  schema: z.ZodType<Known, Typed>
  begin: DefaultValues<Typed>
  /** Sends it; what is thrown stands at the field that it is about, and what was typed stays. */
  send: (known: Known) => Promise<void>
  onClose: () => void
  children: (form: UseFormReturn<Typed, unknown, Known>) => ReactNode
}

/** One event of the books, typed in a window over the page that it is about. */
export function FormDialog<Typed extends FieldValues, Known>(props: FormDialogProps<Typed, Known>) {
  const { title, lead, submit, isDanger = false, size, schema, begin, send, onClose, children } = props
  const t = useTranslations('journal.event')
  const explain = useExplain()
  const formId = useId()
  const form = useForm<Typed, unknown, Known>({
    resolver: zodResolver(schema, { error: useIssueWords() }),
    defaultValues: begin,
  })
  const { control, handleSubmit, setError, formState } = form
  const sendTyped = handleSubmit(async (known) => {
    try {
      await send(known)
      onClose()
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  const onSubmit = (event: FormEvent) => {
    // A window's events reach the form behind it.
    event.stopPropagation()
    return sendTyped(event)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="submit" form={formId} look={isDanger ? 'danger' : 'primary'} isPending={formState.isSubmitting}>
        {submit}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert size={size} onClose={onClose} title={title} actions={actions}>
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
        <div className="text-ink-soft">{lead}</div>
        <FormError control={control} />
        {children(form)}
      </form>
    </Dialog>
  )
}

interface EventFieldProps<Values extends FieldValues, Known> {
  control: Control<Values, unknown, Known>
}

/** The day of an event, its field `on`. */
export function DayField<Values extends FieldValues, Known>({ control }: EventFieldProps<Values, Known>) {
  const t = useTranslations('journal.event')
  return <FormDateField control={control} name={'on' as FieldPath<Values>} label={t('on')} isRequired />
}

/** The reason of an event, its field `reason`. */
export function ReasonField<Values extends FieldValues, Known>({ control }: EventFieldProps<Values, Known>) {
  const t = useTranslations('journal.event')
  return (
    <FormTextArea
      control={control}
      name={'reason' as FieldPath<Values>}
      label={t('reason')}
      description={t('reasonLead')}
      rows={2}
      maxLength={500}
      isRequired
    />
  )
}

interface SumFieldProps<Values extends FieldValues, Known> extends EventFieldProps<Values, Known> {
  name?: string
  label?: string
  description?: string
  /** The only currency in which it can be; null while that is not known. */
  currency: string | null
}

/** An amount in the currency of what it is about, by default the field `amount`. */
export function SumField<Values extends FieldValues, Known>(props: SumFieldProps<Values, Known>) {
  const { control, name = 'amount', label, description, currency } = props
  const t = useTranslations('journal.event')
  return (
    <FormAmountField
      control={control}
      name={name as FieldPath<Values>}
      label={label ?? t('amount')}
      description={description}
      currencyLabel={t('currency')}
      currencies={currency === null ? [] : [{ id: currency, name: currency }]}
      isRequired
    />
  )
}
