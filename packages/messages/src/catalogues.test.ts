import { type Locale, locales } from '@concert/domain/locales'
import IntlMessageFormat from 'intl-messageformat'
import { expect, test } from 'vitest'
import { loadCatalogue, loadFirstMessages } from './messages.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]
type Tree = { [key: string]: string | Tree }

const kinds = { argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, tag: 8 }

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as [string, string]] : leaves(value, here)
  })
}

function parse(message: string, locale: Locale): Element[] {
  return new IntlMessageFormat(message, locale).getAst()
}

function nested(element: Element): Element[] {
  if ('options' in element) return Object.values(element.options).flatMap((option) => option.value)
  return 'children' in element ? element.children : []
}

function walk(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...walk(nested(element))])
}

function argumentNames(message: string, locale: Locale): string[] {
  const names = walk(parse(message, locale)).flatMap((element) => {
    if (element.type === kinds.tag && 'value' in element) return [`<${element.value}>`]
    const isArgument = Object.values(kinds).some((kind) => kind === element.type)
    return isArgument && 'value' in element ? [String(element.value)] : []
  })
  return [...new Set(names)].sort()
}

async function messagesOf(locale: Locale): Promise<Map<string, string>> {
  return new Map(leaves((await loadCatalogue(locale)) as Tree))
}

const english = await messagesOf('en')

test.each(locales)('%s has every message of English and no other', async (locale) => {
  const keys = [...(await messagesOf(locale)).keys()]
  expect(keys.filter((key) => !english.has(key))).toEqual([])
  expect([...english.keys()].filter((key) => !keys.includes(key))).toEqual([])
})

test.each(locales)('%s has no empty message and none that cannot be parsed', async (locale) => {
  const bad = [...(await messagesOf(locale))].filter(([, message]) => {
    try {
      return message.trim() === '' || parse(message, locale).length === 0
    } catch {
      return true
    }
  })
  expect(bad).toEqual([])
})

test.each(locales)('%s uses the same arguments as English', async (locale) => {
  const different = [...(await messagesOf(locale))].flatMap(([key, message]) => {
    const expected = argumentNames(english.get(key) ?? '', 'en').join()
    const found = argumentNames(message, locale).join()
    return expected === found ? [] : [`${key}: ${expected} ≠ ${found}`]
  })
  expect(different).toEqual([])
})

test.each(locales)('%s has every plural form that its grammar asks for', async (locale) => {
  const incomplete = [...(await messagesOf(locale))].flatMap(([key, message]) =>
    walk(parse(message, locale)).flatMap((element) => {
      if (element.type !== kinds.plural || !('pluralType' in element)) return []
      const needed = new Intl.PluralRules(locale, { type: element.pluralType ?? 'cardinal' }).resolvedOptions()
      const missing = pluralsForWholeNumbers(locale, needed.pluralCategories).filter(
        (category) => !(category in element.options),
      )
      return missing.length > 0 ? [`${key}: ${missing.join(', ')}`] : []
    }),
  )
  expect(incomplete).toEqual([])
})

test.each(locales)('%s has the first messages as the whole catalogue has them', async (locale) => {
  const whole = await loadCatalogue(locale)
  for (const [namespace, messages] of Object.entries(await loadFirstMessages(locale))) {
    expect(whole).toHaveProperty([namespace], messages)
  }
})

// Spanish and French keep `many` for millions written in words ("un millón de …"), which counts here never are.
function pluralsForWholeNumbers(locale: Locale, categories: readonly string[]): string[] {
  return categories.filter((category) => category !== 'many' || locale === 'ru' || locale === 'ar')
}
