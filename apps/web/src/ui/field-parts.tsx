import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { labelClass } from './styles.ts'

/** What every field takes, whatever it holds. */
export interface FieldProps {
  label: string
  description?: ReactNode
  /** Words of what is wrong; shown at the field and read out with it. */
  error?: string
  isRequired?: boolean
  isDisabled?: boolean
}

export function FieldLabel({ label, isRequired }: { label: string; isRequired?: boolean }) {
  return (
    <Label className={labelClass}>
      {label}
      <RequiredMark isRequired={isRequired} />
    </Label>
  )
}

export function RequiredMark({ isRequired }: { isRequired?: boolean }) {
  return isRequired ? (
    <span aria-hidden="true" className="ms-1 text-danger">
      *
    </span>
  ) : null
}

export function FieldNotes({ description, error }: { description?: ReactNode; error?: string }) {
  return (
    <>
      {description && (
        <Text slot="description" className="text-sm text-ink-soft">
          {description}
        </Text>
      )}
      <FieldError className="text-sm font-medium text-danger">{error}</FieldError>
    </>
  )
}
