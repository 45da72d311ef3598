import type { DomainError } from '@concert/domain/errors'
import type { Locale } from '@concert/domain/locales'
import { messageKey } from '@concert/messages/message-key'
import { wordsAt } from '@concert/messages/words'

/** The words of a refusal, for the terminal, mails and files; pages find them in the catalogue they have loaded. */
export function sentenceOf(error: Pick<DomainError, 'code' | 'params'>, reader: Locale): Promise<string> {
  return wordsAt(messageKey(error.code), reader, error.params)
}
