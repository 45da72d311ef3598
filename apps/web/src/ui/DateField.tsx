import { type CalendarDate, parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { fieldClass, inputClass } from './styles.ts'

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or null while nothing or only a part is typed. */
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  name?: string
}

function toCalendarDate(value: string | null): CalendarDate | null {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null
}

/** A date that is typed, part by part, in the order of the reader's language. */
export function DateField({ label, description, error, value, onChange, ...rest }: DateFieldProps) {
  return (
    <AriaDateField
      {...rest}
      className={fieldClass}
      value={toCalendarDate(value)}
      onChange={(date) => onChange(date ? date.toString() : null)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      granularity="day"
    >
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <DateInput className={`${inputClass} figures flex items-center`}>
        {(segment) => (
          <DateSegment
            segment={segment}
            className={`rounded outline-none placeholder-shown:text-ink-soft focus:bg-accent focus:text-on-accent ${segment.type === 'literal' ? '' : 'inline-block min-w-6 px-0.5 text-center'}`}
          />
        )}
      </DateInput>
      <FieldNotes description={description} error={error} />
    </AriaDateField>
  )
}
