import { describe, expect, test } from 'vitest'
import { proposeRelevance } from './relevance.ts'

const about = (title: string, description = '', sectors: string[] = [], sdgTargets: string[] = []) =>
  proposeRelevance({
    title: [{ language: null, text: title }],
    description: description === '' ? [] : [{ language: null, text: description }],
    sectors: sectors.map((code) => ({ vocabulary: '1', code, percentage: null })),
    sdgTargets,
  })

describe('proposed relevance', () => {
  test.each([
    ['en', 'Combating Trafficking in Persons along the coast'],
    ['en', 'COUNTER-TRAFFICKING unit'],
    ['fr', 'Lutte contre la traite des êtres humains'],
    ['es', 'Refugio para víctimas de trata'],
    ['ru', 'Противодействие торговле людьми'],
    ['zh', '打击人口贩运的能力建设'],
    ['ar', 'مكافحة الاتّجار بالأشخاص'],
  ])('is likely where a title names trafficking (%s): %s', (_, title) => {
    const proposal = about(title)
    expect(proposal.band).toBe('likely')
    expect(proposal.reasons).toEqual([expect.objectContaining({ kind: 'words', topic: 'trafficking', where: 'title' })])
  })

  test.each([
    'Travail forcé dans les champs',
    'Trabajo forzoso',
    'Принудительный труд',
    '强迫劳动',
    'العمل القسري',
    'Forced labor',
  ])('is likely for forced labour: %s', (title) => {
    expect(about(title)).toMatchObject({ band: 'likely', forms: ['LABOUR'] })
  })

  test('is no more than a hint where only the sector speaks', () => {
    expect(about('Border posts', '', ['15190'])).toMatchObject({ score: 10, band: 'unlikely', pillars: [], kind: null })
    expect(about('Village schools', '', ['15190', '15160', '16070'])).toMatchObject({ score: 33, band: 'possible' })
  })

  test.each([
    'Drug trafficking on the river',
    'Illicit trafficking of cultural property',
    'Traffic lights',
    'Trafficking in firearms',
  ])('leaves the traffic in goods aside: %s', (title) => {
    expect(about(title).score).toBe(0)
  })

  test('counts a topic once, in the title rather than in the description, and never past 100', () => {
    const proposal = about(
      'Human trafficking',
      'Human trafficking and forced labour, organ removal',
      ['15190'],
      ['16.2'],
    )
    expect(proposal.score).toBe(100)
    expect(proposal.reasons.map(({ kind, found, points }) => [kind, found, points])).toEqual([
      ['words', 'human trafficking', 75],
      ['words', 'forced labour', 40],
      ['words', 'organ removal', 40],
      ['sdg_target', '16.2', 30],
      ['sector', '15190', 10],
    ])
  })

  test('gives less to trafficking without saying of whom', () => {
    const alone = about('Camp services', 'protection against violence, trafficking and abuse')
    expect(alone.reasons).toEqual([expect.objectContaining({ topic: 'trafficking_alone', points: 25 })])
    expect(alone.band).toBe('possible')
  })

  test('proposes pillars, forms and a kind from the same words', () => {
    expect(
      about('Training of prosecutors against human trafficking', 'Prosecution of forced labour; shelter for victims'),
    ).toMatchObject({ pillars: ['PROT', 'PROS'], forms: ['LABOUR'], kind: 'CAPB' })
  })

  test('does not find a word inside another one', () => {
    expect(about('Straitrata demographics: straite de personnes').score).toBe(0)
  })
})
