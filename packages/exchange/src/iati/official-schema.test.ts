import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  about,
  aPublished,
  aPublishedFund,
  interpol,
  iom,
  kenya,
  streamed,
  subSaharanAfrica,
  unodc,
  whole,
} from './testing-publication.ts'
import { ruleIds } from './testing-ruleset.ts'
import { writeActivities } from './write-activities.ts'
import { writeFund } from './write-fund.ts'
import { writeOrganisations } from './write-organisations.ts'

const shared = fileURLToPath(new URL('../../../../../shared/iati/', import.meta.url))

describe.skipIf(!existsSync(shared))('the official schema and ruleset', () => {
  const folder = `${shared}schemas/2.03/`
  // Nothing is loaded but these buffers: no network, no file of the machine.
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES
  const parsed = (bytes: Uint8Array, url: string) => XmlDocument.fromBuffer(bytes, { url, option })

  beforeAll(() => {
    const parts = ['iati-common.xsd', 'xml.xsd'].map((name) => [name, new Uint8Array(readFileSync(`${folder}${name}`))])
    xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(parts)))
  })
  afterAll(() => xmlCleanupInputProvider())

  /** What is not valid, in the library's words; null when all of it is. */
  function faultOf(xml: string, schemaName: 'activities' | 'organisations'): string | null {
    const name = `iati-${schemaName}-schema.xsd`
    const schema = parsed(readFileSync(`${folder}${name}`), name)
    const validator = XsdValidator.fromDoc(schema)
    const document = parsed(new TextEncoder().encode(xml), 'own.xml')
    try {
      validator.validate(document)
      return null
    } catch (error) {
      return String(error)
    } finally {
      for (const each of [document, validator, schema]) each.dispose()
    }
  }

  const rich = aPublished({
    title: ['en', 'fr', 'pt-BR', null].map((language) => ({ language, text: `</title> & \u202e ${language}` })),
    partners: [iom, interpol],
    otherPartners: [{ kind: 'civil_society', name: 'An organisation' }],
    places: [kenya, subSaharanAfrica],
    pillars: ['PREV', 'PROT', 'PROS', 'PART'],
    sdgTargets: ['5.2', '8.7', '16.a'],
    tags: ['humanitarian', 'refugees_migrants'],
  })
  const sparse = aPublished({
    reference: 'ACT-2026-00002',
    lead: interpol,
    description: [],
    level: null,
    status: 'planned',
    startOn: '2027-01-01',
    endOn: null,
    places: [],
    pillars: [],
    sdgTargets: [],
  })
  const paid = aPublished({ reference: 'ACT-2026-00003', budget: { amountMinor: 5, currency: 'USD' }, lead: iom })

  test('hold for a file of activities', async () => {
    const xml = await whole(writeActivities(streamed([rich, sparse, paid]), about))
    expect(faultOf(xml, 'activities')).toBeNull()
  })

  test('hold for the file of the fund, with donors, pledges and grants or with none', async () => {
    expect(faultOf(await whole(writeFund(aPublishedFund(), about)), 'activities')).toBeNull()
    const nothing = { donors: streamed([]), pledges: streamed([]), grants: [], pools: [] }
    expect(faultOf(await whole(writeFund(aPublishedFund(nothing), about)), 'activities')).toBeNull()
  })

  test('hold for the organisation file', async () => {
    const xml = await whole(writeOrganisations([iom, interpol, unodc], about))
    expect(faultOf(xml, 'organisations')).toBeNull()
  })

  test('are not kept by a file in which an element is missing or out of order', async () => {
    const xml = await whole(writeActivities(streamed([rich]), about))
    expect(faultOf(xml.replace(/<activity-status[^>]*>/, ''), 'activities')).toMatch(/activity-date/)
    expect(faultOf(xml.replace('iso-date="2026-10-01"', 'iso-date="1 October"'), 'activities')).toMatch(/date/)
  })

  test('every error that the standard names about what we write is checked, and every one we check is in it', () => {
    const ruleset: Record<string, unknown> = JSON.parse(readFileSync(`${shared}rulesets/standard.json`, 'utf8'))
    const written = Object.entries(ruleset).filter(([context]) => !notWritten.some((name) => context.includes(name)))
    const official = new Set(written.flatMap(([, rules]) => errorsOf(rules)))
    expect(ruleIds.filter((id) => !official.has(id))).toEqual([])
    expect([...official].filter((id) => !ruleIds.includes(id) && !aboutOther.has(id))).toEqual([])
  })

  /** Elements that no file of ours has. */
  const notWritten = [
    'result',
    'planned-disbursement |',
    'iati-organisation',
    'policy-marker',
    'owner-org',
    'document-link',
  ]
  /** Errors about capital spending, budget items and lists of more than one sector level, none of which is written. */
  const aboutOther = new Set(['12.2.1', '6.7.2'])
})

interface RuleCase {
  ruleInfo?: { id: string; severity: string }
  do?: unknown
}

/** The ids of the errors of a context, also of those inside a loop. */
function errorsOf(rules: unknown): string[] {
  return Object.values(rules as Record<string, { cases: RuleCase[] }>).flatMap(({ cases }) =>
    cases.flatMap((one) => {
      if (one.do) return errorsOf(one.do)
      return one.ruleInfo?.severity === 'error' ? [one.ruleInfo.id] : []
    }),
  )
}
