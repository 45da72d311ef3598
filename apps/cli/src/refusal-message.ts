import type { RowRefusal } from '@concert/domain/row-refusal'
import { messageKey } from '@concert/messages/message-key'
import { wordsAt } from '@concert/messages/words'

/** Why a line of a file is refused, in the words of the catalogue. */
export function refusalMessage({ code, params }: RowRefusal): Promise<string> {
  return wordsAt(messageKey(code), 'en', params)
}
