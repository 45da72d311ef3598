import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgePairs } from '../testing/overlap-pairs/judge.ts'
import { type LabelledPair, labelledPairs } from '../testing/overlap-pairs/pairs.ts'
import { partOfProgramme } from './overlap/parts-of-programmes.ts'
import { similarity } from './overlap/similar-words.ts'
import { overlapFactNames, overlapOf, overlapWeights } from './overlap.ts'
import type { PlaceNode } from './place-coarsening.ts'

interface SeedPlace {
  code: string
  level: PlaceNode['level']
  parent: string | null
}

const seed: SeedPlace[] = JSON.parse(readFileSync(new URL('../../db/seed/places.json', import.meta.url), 'utf8'))
const tree = new Map(seed.map(({ code, level, parent }) => [code, { code, level, parentCode: parent }]))
const judge = ({ a, b }: LabelledPair) => overlapOf(a, b, tree)

for (const [name, of] of [
  ['looked at while the weights were set', 0],
  ['held out', 1],
] as const) {
  test(`finds the overlaps among the labelled pairs, those ${name}`, () => {
    const pairs = labelledPairs.filter((_, index) => index % 2 === of).flat()
    const { precision, recall, mistakes } = judgePairs(pairs, tree)
    console.info(`${pairs.length} pairs ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
    for (const mistake of mistakes) console.info(`  ${mistake}`)
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
}

test('the set holds at least two hundred pairs', () => {
  expect(labelledPairs.flat().length).toBeGreaterThanOrEqual(200)
})

test('a score is the sum of its reasons, the same from either side, and at most 100', () => {
  for (const { a, b } of labelledPairs.flat()) {
    const { score, reasons } = overlapOf(a, b, tree)
    expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    expect(overlapOf(b, a, tree).score).toBe(score)
    expect(score).toBeLessThanOrEqual(100)
  }
  expect(overlapFactNames.reduce((sum, fact) => sum + overlapWeights[fact], 0)).toBe(100)
})

test('two empty records share nothing', () => {
  const [empty] = labelledPairs.flat().filter(({ name }) => name.startsWith('nothing but empty'))
  expect(
    empty && { ...judge(empty), reasons: judge(empty).reasons.filter(({ fact }) => fact !== 'period') },
  ).toMatchObject({
    reasons: [],
    isOverlap: false,
  })
})

test('words are alike whatever their case, accents and letter forms, in all six scripts', () => {
  expect(similarity('ÉTUDE régionale', 'etude regionale')).toBe(1)
  expect(similarity('Обучение СУДЕЙ', 'обучение судеи')).toBe(1)
  expect(similarity('إعداد الخطّة', 'اعداد الخطه')).toBe(1)
  expect(similarity('打击贩运', '打击贩运')).toBe(1)
  expect(similarity('Capacitación', 'ＣＡＰＡＣＩＴＡＣＩＯＮ')).toBe(1)
  expect(similarity('', '')).toBe(0)
})

test('reads phases and components in six languages', () => {
  for (const title of ['Training, phase II', 'Formation, deuxième phase', 'Curso, segunda fase', 'Курс, второй этап'])
    expect(partOfProgramme(title)).toEqual({ part: 'phase', number: 2 })
  expect(partOfProgramme('培训第二期')).toEqual({ part: 'phase', number: 2 })
  expect(partOfProgramme('تدريب، المرحلة الثانية')).toEqual({ part: 'phase', number: 2 })
  expect(partOfProgramme('Training, component B')).toEqual({ part: 'component', number: 2 })
  expect(partOfProgramme('المكوّن الثاني')).toEqual({ part: 'component', number: 2 })
  expect(partOfProgramme('Training of judges')).toBeNull()
})
