import { foldedWords } from '../folded-words.ts'

const isHan = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

/**
 * How alike two texts are, 0 to 1: the share of trigrams that they have in common (Dice), after case, accents, vowel
 * signs and letter forms are folded. Chinese has no spaces, so that its signs are compared in pairs. An empty text is
 * like nothing, another empty one included.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)]
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((part) => b.has(part)).length
  return (2 * shared) / (a.size + b.size)
}

/** The greatest similarity between a text of one list and a text of the other: titles come in several languages. */
export function greatestSimilarity(ones: readonly string[], others: readonly string[]): number {
  return Math.max(0, ...ones.flatMap((one) => others.map((other) => similarity(one, other))))
}

function trigramsOf(text: string): Set<string> {
  const words = foldedWords(text)
  return new Set(
    words.flatMap((word, index) => {
      if (isHan.test(word)) return [word + (words[index + 1] ?? '')]
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
    }),
  )
}
