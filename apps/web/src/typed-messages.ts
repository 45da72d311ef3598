import type { Locale } from '@concert/domain/locales'
import type { Messages } from '@concert/messages/messages'

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
