import { direction } from '@concert/domain/locales'
import { useLocale } from 'use-intl/react'

/** Which way the reader's language runs; axes, order and labels follow it. */
export function useDirection(): 'ltr' | 'rtl' {
  return direction(useLocale())
}
