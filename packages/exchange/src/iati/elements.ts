import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FindingCode } from '@concert/domain/imported-activity'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type Bytes, decodeXml } from './decode.ts'
import { FileRefusal, quoted } from './refusal.ts'

/** An element without a namespace; `line` and `column` are where it opens, both from 1. */
export interface Element {
  name: string
  /** From the activity down: `transaction/value`. */
  path: string
  attributes: ReadonlyMap<string, string>
  children: Element[]
  text: string
  line: number
  column: number
}

export interface Root {
  attributes: ReadonlyMap<string, string>
  line: number
}

/** Bounds that no honest file reaches; the longest narrative of 13,200 published activities has some 6,000 characters. */
export const limits = {
  depth: 32,
  attributes: 64,
  textLength: 100_000,
  elementsPerActivity: 500_000,
} as const

export const versions = ['2.01', '2.02', '2.03'] as const

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/** Direct children of an activity that Concert reads. `contact-info` is not among them: no contact person is stored. */
const read = new Set([
  'iati-identifier',
  'reporting-org',
  'title',
  'description',
  'participating-org',
  'activity-status',
  'activity-date',
  'activity-scope',
  'recipient-country',
  'recipient-region',
  'sector',
  'tag',
  'transaction',
])

/**
 * The activities of an IATI file as small trees, one at a time, in their order. Elements of other namespaces and those
 * that Concert does not read are passed over. Throws `FileRefusal` as soon as the file as a whole cannot be used.
 * Gives other work its turn between chunks.
 */
export async function* activityElements(bytes: Bytes): AsyncGenerator<{ root: Root; element: Element }> {
  const tree = new TreeBuilder()
  for await (const text of decodeXml(bytes)) {
    tree.write(text)
    yield* tree.finished()
    await nextTurn()
  }
  tree.end()
  yield* tree.finished()
}

class TreeBuilder {
  private readonly parser = new SaxesParser({ xmlns: true })
  private readonly open: Element[] = []
  private done: Element[] = []
  private root: Root | undefined
  private depth = 0
  private skippedFrom: number | undefined
  private attributeCount = 0
  private elementCount = 0
  private lastEventAt = 0
  private start = { line: 1, column: 1 }

  constructor() {
    // Without a prototype: saxes would otherwise find `&constructor;` among its entities.
    this.parser.ENTITIES = Object.assign(Object.create(null), { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" })
    this.parser.on('error', () => this.refuse('not_well_formed', { near: this.near() }))
    this.parser.on('doctype', (doctype) => this.refuseDoctype(doctype))
    this.parser.on('opentagstart', (tag) => {
      this.attributeCount = 0
      this.start = { line: this.parser.line, column: Math.max(1, this.parser.column - tag.name.length - 1) }
      this.event()
    })
    this.parser.on('attribute', (attribute) => {
      this.attributeCount += 1
      if (this.attributeCount > limits.attributes) this.refuse('too_many_attributes', { limit: limits.attributes })
      this.refuseLongText(attribute.value.length)
      this.event()
    })
    this.parser.on('opentag', (tag) => this.enter(tag))
    this.parser.on('closetag', () => this.leave())
    this.parser.on('text', (text) => this.append(text))
    this.parser.on('cdata', (text) => this.append(text))
    this.parser.on('comment', () => this.event())
  }

  write(text: string): void {
    this.parser.write(text)
    this.refuseLongText(this.parser.position - this.lastEventAt)
  }

  end(): void {
    this.parser.close()
  }

  *finished(): Generator<{ root: Root; element: Element }> {
    const { done, root } = this
    this.done = []
    if (root) for (const element of done) yield { root, element }
  }

  private enter(tag: SaxesTagNS): void {
    this.event()
    this.depth += 1
    if (this.depth > limits.depth) this.refuse('too_deep', { limit: limits.depth })
    if (this.depth === 1) this.enterRoot(tag)
    else if (this.skippedFrom === undefined) this.enterElement(tag)
  }

  private enterElement(tag: SaxesTagNS): void {
    const parent = this.open.at(-1)
    if (tag.uri !== '' || (!parent && tag.local !== 'iati-activity') || (this.depth === 3 && !read.has(tag.local))) {
      this.skippedFrom = this.depth
      return
    }
    if (!parent) this.elementCount = 0
    this.elementCount += 1
    if (this.elementCount > limits.elementsPerActivity)
      this.refuse('too_many_elements', { limit: limits.elementsPerActivity })
    const path = this.open.length > 1 ? `${parent?.path}/${tag.local}` : tag.local
    const element: Element = { name: tag.local, path, attributes: plain(tag), children: [], text: '', ...this.start }
    parent?.children.push(element)
    this.open.push(element)
  }

  private leave(): void {
    this.event()
    if (this.skippedFrom === this.depth) {
      this.skippedFrom = undefined
    } else if (this.skippedFrom === undefined && this.depth > 1) {
      const element = this.open.pop()
      if (element && this.open.length === 0) this.done.push(element)
    }
    this.depth -= 1
  }

  private append(text: string): void {
    this.event()
    const element = this.skippedFrom === undefined ? this.open.at(-1) : undefined
    if (element) element.text += text
    this.refuseLongText(element ? element.text.length : text.length)
  }

  private enterRoot(tag: SaxesTagNS): void {
    if (tag.local === 'html') this.refuse('root_html')
    if (tag.local === 'iati-organisations') this.refuse('root_organisations')
    if (tag.local !== 'iati-activities') this.refuse('root_unknown', { root: quoted(tag.name) })
    if (tag.uri !== '') this.refuse('root_namespaced')
    const attributes = plain(tag)
    const version = attributes.get('version')
    if (version === undefined) this.refuse('version_missing')
    else if (!versions.some((known) => known === version.trim()))
      this.refuse('version_unsupported', { version: quoted(version) })
    this.root = { attributes, line: this.start.line }
  }

  private refuseDoctype(doctype: string): void {
    const isPage = /^\s*html\b/i.test(doctype)
    const line = this.parser.line - (doctype.split('\n').length - 1)
    throw new FileRefusal(isPage ? 'root_html' : 'doctype', {}, line)
  }

  private refuseLongText(length: number): void {
    if (length > limits.textLength) this.refuse('text_too_long', { limit: limits.textLength, near: this.near() })
  }

  private refuse(code: FindingCode, params: Record<string, string | number> = {}): void {
    throw new FileRefusal(code, params, this.parser.line, Math.max(1, this.parser.column))
  }

  private near(): string {
    return quoted(this.open.map((element) => element.name).join('/') || 'iati-activities')
  }

  private event(): void {
    this.lastEventAt = this.parser.position
  }
}

/** A Map, not an object: names come from the file. Of foreign attributes only xml:lang is kept. */
function plain(tag: SaxesTagNS): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri === '') attributes.set(local, value)
    else if (uri === xmlNamespace && local === 'lang') attributes.set('xml:lang', value)
  }
  return attributes
}
