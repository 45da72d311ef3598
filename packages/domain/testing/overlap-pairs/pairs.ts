import { addMonthsClamped } from '../../src/calendar-date.ts'
import type { OverlapFacts } from '../../src/overlap/facts.ts'
import { type Work, works } from './works.ts'

export interface LabelledPair {
  name: string
  isOverlap: boolean
  a: OverlapFacts
  b: OverlapFacts
}

const unodc = '00000000-0000-4000-8000-000000000001'
const iom = '00000000-0000-4000-8000-000000000002'
const elsewhere = '352'

const side = (work: Work, leadAgencyId: string, title: string, over: Partial<OverlapFacts> = {}): OverlapFacts => ({
  leadAgencyId,
  partnerAgencyIds: [],
  status: 'planned',
  titles: title === '' ? [] : [title],
  ...work.facts,
  ...over,
})

const later = (day: string | null) => day && addMonthsClamped(day, 15)

/** What two agencies did with one piece of work, in twelve ways, of which a person knows which are the same work. */
function pairsOf(work: Work, index: number): LabelledPair[] {
  const { ours, theirs, translated, differs, phases, components, facts } = work
  const a = side(work, unodc, ours)
  const neighbour = works[(index + 5) % works.length] ?? work
  const pair = (name: string, isOverlap: boolean, one: OverlapFacts, other: OverlapFacts): LabelledPair => ({
    name: `${name}: ${ours}`,
    isOverlap,
    a: one,
    b: other,
  })
  const typed = { forms: [], audiences: [], sdgTargets: [] }
  return [
    pair('in other words, classified otherwise', true, a, side(work, iom, theirs, differs)),
    pair('in another language', true, a, side(work, iom, translated)),
    pair(
      'hardly classified yet',
      true,
      side(work, unodc, ours, typed),
      side(work, iom, theirs, { ...differs, ...typed }),
    ),
    pair('one award in two countries', false, a, side(work, iom, ours, { places: [elsewhere] })),
    pair(
      'a second phase after the first',
      false,
      side(work, unodc, `${ours}, ${phases[0]}`),
      side(work, iom, `${ours}, ${phases[1]}`, { startOn: later(facts.startOn), endOn: later(facts.endOn) }),
    ),
    pair(
      'two components at the same time',
      false,
      side(work, unodc, `${ours}, ${components[0]}`),
      side(work, iom, `${ours}, ${components[1]}`),
    ),
    pair(
      'a joint programme that both recorded',
      false,
      side(work, unodc, ours, { partnerAgencyIds: [iom] }),
      side(work, iom, theirs, { partnerAgencyIds: [unodc] }),
    ),
    pair('cancelled', false, a, side(work, iom, theirs, { status: 'cancelled' })),
    pair('other work in the same place', false, a, side(neighbour, iom, neighbour.theirs, { places: facts.places })),
    pair(
      'nothing but empty fields',
      false,
      side(work, unodc, '', { ...typed, kind: null, pillars: [], places: [] }),
      side(work, iom, '', { ...typed, kind: null, pillars: [], places: [] }),
    ),
    pair('an empty title and no kind beside a whole one', false, a, side(work, iom, '', { ...typed, kind: null })),
    pair(
      'another kind of work with the same people',
      false,
      a,
      side(work, iom, neighbour.theirs, {
        kind: facts.kind === 'KNOW' ? 'ADVO' : 'KNOW',
        forms: neighbour.facts.forms,
      }),
    ),
  ]
}

/** 240 labelled pairs: twenty works, written by hand in six languages, each met in twelve ways. */
export const labelledPairs = works.map(pairsOf)
