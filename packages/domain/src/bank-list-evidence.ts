import type { BankListRow } from './bank-list.ts'
import { foldedWords } from './folded-words.ts'

/** One name of a donor, in any language. */
export interface KnownName {
  donorId: string
  name: string
}

/** What a line of a bank list says about who sent it. */
export interface RowEvidence {
  /** The longest names that stand in it, each with its donors: two of the same name are two. */
  names: { donorIds: string[]; name: string; where: 'sender' | 'text' }[]
  /** References of pledges, as `PLG-2026-00012`. */
  references: string[]
}

export interface NameIndex {
  /** By the folded words of a name, joined by spaces. */
  donors: ReadonlyMap<string, { donorIds: Set<string>; name: string }>
  longest: number
}

// Shorter names stand in too many texts to say who sent the money.
const leastLetters = 4
const leastSigns = 2

/** Names in a shape in which thousands are found in a text at once. Names too short to prove anything are left out. */
export function nameIndexOf(names: readonly KnownName[]): NameIndex {
  const donors = new Map<string, { donorIds: Set<string>; name: string }>()
  let longest = 0
  for (const { donorId, name } of names) {
    const words = foldedWords(name)
    if (!saysEnough(words)) continue
    const key = words.join(' ')
    const known = donors.get(key) ?? { donorIds: new Set(), name }
    known.donorIds.add(donorId)
    donors.set(key, known)
    longest = Math.max(longest, words.length)
  }
  return { donors, longest }
}

/** The names and pledge references that stand in a line. Nothing stands in an empty sender and text. */
export function evidenceIn(row: Pick<BankListRow, 'sender' | 'text' | 'bankReference'>, index: NameIndex): RowEvidence {
  const inSender = namesIn(row.sender, index).map((found) => ({ ...found, where: 'sender' as const }))
  const known = new Set(inSender.flatMap(({ donorIds }) => donorIds))
  const inText = namesIn(row.text, index)
    .filter(({ donorIds }) => donorIds.some((id) => !known.has(id)))
    .map((found) => ({ ...found, where: 'text' as const }))
  return {
    names: [...inSender, ...inText],
    references: referencesIn(`${row.text} ${row.sender} ${row.bankReference ?? ''}`),
  }
}

/** References of pledges in a text, however they are spaced: `plg 2026/00012`. */
export function referencesIn(text: string): string[] {
  const plain = text.normalize('NFKC').toUpperCase()
  const found = plain.matchAll(/(?<![\p{L}\p{N}])PLG[\s./_-]{0,2}(\d{4})[\s./_-]{0,2}(\d{5,9})(?!\d)/gu)
  return [...new Set([...found].map(([, year, number]) => `PLG-${year}-${number}`))]
}

/** From left to right, at each place the longest name that begins there: a name inside a longer one is no name. */
function namesIn(text: string, { donors, longest }: NameIndex): { donorIds: string[]; name: string }[] {
  const words = foldedWords(text)
  const found = new Map<string, { donorIds: string[]; name: string }>()
  for (let start = 0; start < words.length; ) {
    let length = Math.min(longest, words.length - start)
    let hit: { donorIds: Set<string>; name: string } | undefined
    for (; length > 0 && !hit; length -= 1) {
      const key = words.slice(start, start + length).join(' ')
      hit = donors.get(key)
      if (hit) found.set(key, { donorIds: [...hit.donorIds], name: hit.name })
    }
    start += hit ? length + 1 : 1
  }
  return [...found.values()]
}

function saysEnough(words: readonly string[]): boolean {
  const signs = words.filter((word) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(word)).length
  const letters = words.join('').replace(/[^\p{L}]/gu, '').length - signs
  return signs >= leastSigns || letters >= leastLetters
}
