/** A stretch of text that is written in one direction. */
export interface Stretch {
  text: string
  isRightToLeft: boolean
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const pieces =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Nd}][^\p{Script=Arabic}\p{Script=Hebrew}]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Nd}%]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Nd}]|[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Nd}]+/gu

/**
 * Text of a right-to-left paragraph in its stretches: Latin words, numbers and amounts (`EUR 1,000.00`) are whole and
 * left-to-right, all else, spaces and stops between the stretches included, follows the paragraph. Put together, the
 * stretches are the text.
 */
export function stretchesOf(text: string): Stretch[] {
  if (!rightToLeft.test(text) && !/[\p{L}\p{Nd}]/u.test(text)) return text === '' ? [] : [{ text, isRightToLeft: true }]
  return [...text.matchAll(pieces)].map(([piece]) => ({
    text: piece,
    isRightToLeft: !/[\p{L}\p{Nd}]/u.test(piece) || rightToLeft.test(piece),
  }))
}
