import { direction } from '@concert/domain/locales'
import { useLocale } from 'use-intl/react'

/** Which way the reader's language runs; axes, order and labels follow it. */
export function useDirection(): 'ltr' | 'rtl' {
  return direction(useLocale())
}

/** Writes a value for a mark: marks are drawn left to right, so words of Arabic beside a number are isolated. */
export function useMarkText(format: (value: number) => string): (value: number) => string {
  const isRightToLeft = useDirection() === 'rtl'
  return (value) => (isRightToLeft ? `\u2067${format(value)}\u2069` : format(value))
}
