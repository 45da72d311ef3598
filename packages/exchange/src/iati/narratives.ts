import type { Narrative } from '@concert/domain/imported-activity'
import type { Element } from './elements.ts'
import type { Notes } from './notes.ts'

const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/gi

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

/** The non-empty narratives of an element; a language comes from the narrative, else from what surrounds it. */
export function narrativesOf(element: Element, inherited: string | undefined, notes: Notes): Narrative[] {
  const around = element.attributes.get('xml:lang') ?? inherited
  return element.children
    .filter((child) => child.name === 'narrative')
    .map((child) => ({
      language: languageTag(child.attributes.get('xml:lang') ?? around),
      text: unescaped(child, notes).trim(),
    }))
    .filter((narrative) => narrative.text !== '')
}

/** Language tags are case-insensitive (RFC 5646); publishers write EN. */
export function languageTag(tag: string | undefined): string | null {
  const value = (tag ?? '').trim().toLowerCase()
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/.test(value) ? value : null
}

/** Texts of one language joined into one, in their order: an activity may have several descriptions. */
export function joined(narratives: readonly Narrative[]): Narrative[] {
  const byLanguage = new Map<string | null, string[]>()
  for (const { language, text } of narratives) {
    const texts = byLanguage.get(language) ?? []
    if (!texts.includes(text)) texts.push(text)
    byLanguage.set(language, texts)
  }
  return [...byLanguage].map(([language, texts]) => ({ language, text: texts.join('\n\n') }))
}

function unescaped(element: Element, notes: Notes): string {
  const text = element.text.replace(entity, character)
  if (text !== element.text) notes.warn(element, 'escaped_twice')
  return text
}

function character(reference: string): string {
  const name = reference.slice(1, -1).toLowerCase()
  const known = named.get(name)
  if (known !== undefined) return known
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isText =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code < 0xa0)
  return isText ? String.fromCodePoint(code) : reference
}
