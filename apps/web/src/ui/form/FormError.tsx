import { type Control, type FieldValues, useFormState } from 'react-hook-form'
import { ErrorMessage } from '../ErrorMessage.tsx'

/** What is wrong with a form as a whole: the words that belong to no field of it. */
export function FormError<Values extends FieldValues>({ control }: { control: Control<Values, unknown, never> }) {
  const { errors } = useFormState({ control: control as Control<Values> })
  const root = errors.root
  if (!root?.message) return null
  const reference = typeof root.type === 'string' && root.type !== 'server' ? root.type : undefined
  return <ErrorMessage reference={reference}>{root.message}</ErrorMessage>
}
