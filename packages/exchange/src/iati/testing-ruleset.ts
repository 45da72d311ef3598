import { SaxesParser } from 'saxes'

/** An element of a file as a rule sees it. */
export interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

/** The whole of a small file as a tree; throws for one that is not well-formed. */
export function parseXml(xml: string): Node {
  const parser = new SaxesParser()
  const open: Node[] = []
  let root: Node | undefined
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  if (!root) throw new Error('There is no element in it')
  return root
}

export function all(node: Node, ...path: string[]): Node[] {
  const [name, ...rest] = path
  if (name === undefined) return [node]
  return node.children.filter((child) => child.name === name).flatMap((child) => all(child, ...rest))
}

type Rule = (activity: Node, now: string) => boolean

/**
 * The errors of the standard ruleset that an activity of ours could make, by their ids, in our own words. A test compares
 * the ids with the official file.
 */
const rules: Record<string, Rule> = {
  '1.1.3': (one) => all(one, 'reporting-org')[0]?.attributes.ref !== all(one, 'iati-identifier')[0]?.text,
  '4.1.1': (one) => one.attributes['xml:lang'] !== undefined,
  '4.3.1': (one) => all(one, 'title', 'narrative').some(({ text }) => text !== ''),
  '4.4.1': (one) => all(one, 'description', 'narrative').some(({ text }) => text !== ''),
  '6.2.2': (one) => all(one, 'sector').length > 0,
  '6.6.2': (one) => all(one, 'transaction', 'sector').length === 0,
  '6.9.1': (one) => all(one, 'transaction', 'provider-org').every(isNamed),
  '6.9.2': (one) => all(one, 'transaction', 'receiver-org').every(isNamed),
  '6.10.1': (one) => all(one, 'participating-org').every(isNamed),
  '6.11.1': (one) => dates(one, '1', '2').length > 0,
  '7.8.1': (one) => one.attributes['default-currency'] !== undefined,
  '2.1.1': (one) => vocabularies(one, 'sector').every((parts) => parts.length < 2 || parts.every(hasShare)),
  '2.1.2': (one) => vocabularies(one, 'sector').every(isWhole),
  '2.1.4': (one) => vocabularies(one, 'sector').every(isWhole),
  '2.2.1': (one) => all(one, 'sector').every((part) => part.attributes.vocabulary !== '99' || isNamed(part)),
  '3.1.1': (one) => places(one).length < 2 || places(one).every(hasShare),
  '3.1.2': (one) => isWhole(places(one)),
  '3.1.4': (one) => isWhole(places(one)),
  '3.4.1': (one) => places(one).length < 2 || places(one).every(hasShare),
  '3.4.2': (one) => isWhole(places(one)),
  '3.4.4': (one) => isWhole(places(one)),
  '3.6.2': (one) => all(one, 'transaction', 'recipient-country').length === 0,
  '3.7.1': (one) => places(one).length > 0,
  '3.7.2': (one) => places(one).length > 0,
  '7.5.3': (one) => all(one, 'budget').every((budget) => yearAfter(edge(budget, 'start')) > edge(budget, 'end')),
  '8.6.3': (one) => all(one, 'budget').every((budget) => edge(budget, 'start') <= edge(budget, 'end')),
  '11.1.1': (one, now) => (one.attributes['last-updated-datetime'] ?? '') <= now,
  '11.1.2': (one) => inOrder(dates(one, '1'), dates(one, '3')),
  '11.1.3': (one) => inOrder(dates(one, '2'), dates(one, '4')),
  '11.1.4': (one, now) => inOrder(dates(one, '2'), [now]),
  '11.1.5': (one, now) => inOrder(dates(one, '4'), [now]),
  '11.2.1': (one, now) =>
    all(one, 'transaction', 'transaction-date').every(({ attributes }) => (attributes['iso-date'] ?? '') <= now),
  '11.2.2': (one, now) =>
    all(one, 'transaction', 'value').every(({ attributes }) => (attributes['value-date'] ?? '') <= now),
  '12.1.1': (one) => places(one).every(isInRange),
  '12.3.1': (one) => all(one, 'sector').every(isInRange),
}

export const ruleIds = Object.keys(rules)

/** `<identifier> breaks <rule>` for every error of the standard ruleset in an activity file. `now` is an instant. */
export function brokenRules(xml: string, now: string): string[] {
  const activities = all(parseXml(xml), 'iati-activity')
  const identifiers = activities.map((one) => all(one, 'iati-identifier')[0]?.text ?? '')
  const twice = identifiers
    .filter((one, index) => identifiers.indexOf(one) !== index)
    .map((one) => `${one} is there twice`)
  const broken = activities.flatMap((activity, index) =>
    Object.entries(rules).flatMap(([id, holds]) =>
      holds(activity, now) ? [] : [`${identifiers[index]} breaks ${id}`],
    ),
  )
  return [...twice, ...broken]
}

function isNamed(node: Node): boolean {
  return Boolean(node.attributes.ref) || all(node, 'narrative').some(({ text }) => text !== '')
}

function dates(activity: Node, ...types: string[]): string[] {
  return all(activity, 'activity-date').flatMap(({ attributes }) =>
    types.includes(attributes.type ?? '') ? [attributes['iso-date'] ?? ''] : [],
  )
}

function inOrder([before]: string[], [after]: string[]): boolean {
  return before === undefined || after === undefined || before <= after
}

function places(activity: Node): Node[] {
  return [...all(activity, 'recipient-country'), ...all(activity, 'recipient-region')]
}

function vocabularies(activity: Node, name: string): Node[][] {
  return [...Map.groupBy(all(activity, name), ({ attributes }) => attributes.vocabulary ?? '1').values()]
}

function hasShare({ attributes }: Node): boolean {
  return attributes.percentage !== undefined
}

function isInRange({ attributes }: Node): boolean {
  const share = Number(attributes.percentage ?? '100')
  return share >= 0 && share <= 100
}

/** Added up as decimals of four places: exactly 100, not nearly. */
function isWhole(parts: readonly Node[]): boolean {
  const sum = parts.reduce(
    (total, { attributes }) => total + Math.round(Number(attributes.percentage ?? '100') * 10_000),
    0,
  )
  return parts.length === 0 || sum === 1_000_000
}

function edge(budget: Node, which: 'start' | 'end'): string {
  return all(budget, `period-${which}`)[0]?.attributes['iso-date'] ?? ''
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}
