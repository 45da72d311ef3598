import { type Control, type FieldValues, useFormState } from 'react-hook-form'
import { ErrorMessage } from '../ErrorMessage.tsx'

/** What is wrong with a form as a whole: the words that belong to no field of it. */
export function FormError<Values extends FieldValues, Context, Output>({
  control,
}: {
  control: Control<Values, Context, Output>
}) {
  const { errors } = useFormState({ control })
  const root = errors.root
  if (!root?.message) return null
  const reference = typeof root.type === 'string' && root.type !== 'server' ? root.type : undefined
  return <ErrorMessage reference={reference}>{root.message}</ErrorMessage>
}
