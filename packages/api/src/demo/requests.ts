import { findAgencies } from '@concert/db/agencies'
import { findAssistanceCases, insertAssistanceRelease } from '@concert/db/assistance'
import type { Trx } from '@concert/db/client'
import { insertConsent, insertOffer, insertStep } from '@concert/db/request-life'
import { insertRequest } from '@concert/db/requests'
import { toldOf } from '@concert/domain/assistance-release'
import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import type { ActivityKind, Pillar } from '@concert/domain/codelists'
import type { Locale } from '@concert/domain/locales'
import type { RequestStage } from '@concert/domain/request'

interface ExampleRequest {
  placeCode: string
  language: Locale
  subject: string
  pillars: Pillar[]
  kinds: ActivityKind[]
  daysAgo: number
  /** Each stage after the receipt, with the days that passed since the one before it. */
  steps: readonly (readonly [RequestStage, number])[]
  offers?: readonly string[]
  isConsented?: boolean
}

const byName = 'Example data'

const examples: readonly ExampleRequest[] = [
  {
    placeCode: '404',
    language: 'en',
    subject: 'Example: training of prosecutors',
    pillars: ['PROS'],
    kinds: ['CAPB'],
    daysAgo: 20,
    steps: [],
  },
  {
    placeCode: '604',
    language: 'es',
    subject: 'Ejemplo: formación de la inspección del trabajo',
    pillars: ['PREV', 'PROT'],
    kinds: ['CAPB'],
    daysAgo: 35,
    steps: [['acknowledged', 4]],
    offers: ['iom'],
  },
  {
    placeCode: '686',
    language: 'fr',
    subject: 'Exemple : appui à un plan d’action national',
    pillars: ['PART'],
    kinds: ['NORM'],
    daysAgo: 60,
    steps: [['acknowledged', 7]],
    offers: ['unodc', 'ilo'],
  },
  {
    placeCode: '417',
    language: 'ru',
    subject: 'Пример: методика сбора данных',
    pillars: ['PREV'],
    kinds: ['KNOW'],
    daysAgo: 90,
    steps: [['acknowledged', 10]],
  },
  {
    placeCode: '400',
    language: 'ar',
    subject: 'مثال: تدريب على التعرف على الضحايا',
    pillars: ['PROT'],
    kinds: ['CAPB'],
    daysAgo: 110,
    steps: [],
  },
  {
    placeCode: '548',
    language: 'en',
    subject: 'Example: review of legislation',
    pillars: ['PROS'],
    kinds: ['NORM'],
    daysAgo: 150,
    steps: [
      ['acknowledged', 6],
      ['answered', 70],
    ],
    isConsented: true,
  },
  {
    placeCode: '454',
    language: 'en',
    subject: 'Example: guidance for labour recruiters',
    pillars: ['PREV'],
    kinds: ['TA'],
    daysAgo: 200,
    steps: [
      ['acknowledged', 5],
      ['answered', 90],
    ],
    isConsented: true,
  },
  {
    placeCode: '242',
    language: 'en',
    subject: 'Example: materials for World Day',
    pillars: ['PREV'],
    kinds: ['ADVO'],
    daysAgo: 260,
    steps: [
      ['acknowledged', 3],
      ['answered', 40],
    ],
    isConsented: true,
  },
  {
    placeCode: '496',
    language: 'en',
    subject: 'Example: study visit of a coordination body',
    pillars: ['PART'],
    kinds: ['COORD'],
    daysAgo: 300,
    steps: [
      ['acknowledged', 8],
      ['withdrawn', 30],
    ],
  },
  {
    placeCode: '188',
    language: 'es',
    subject: 'Ejemplo: guía para la detección en fronteras',
    pillars: ['PROT'],
    kinds: ['TA'],
    daysAgo: 340,
    steps: [
      ['acknowledged', 5],
      ['answered', 120],
    ],
  },
]

/** Invented requests at several stages, in neutral words; some States of the example agreed to be named. */
export async function seedDemoRequests(trx: Trx, day: CalendarDate): Promise<void> {
  const agencies = new Map((await findAgencies(trx)).map(({ slug, id }) => [slug, id]))
  for (const example of examples) {
    const { placeCode, language, subject, pillars, kinds, steps, offers = [], isConsented = false } = example
    let on = addDays(day, -example.daysAgo)
    const record = { placeCode, language, subject, pillars, kinds, receivedOn: on, text: '', guardReason: null }
    const { id } = await insertRequest(trx, { ...record, channel: 'note_verbale' }, null)
    await insertStep(trx, id, { stage: 'received', on, note: '', byName })
    for (const [stage, days] of steps) {
      on = addDays(on, days)
      await insertStep(trx, id, { stage, on, note: '', byName })
    }
    for (const slug of offers) {
      const agencyId = agencies.get(slug)
      const offer = { what: 'Example: a course of a week', fromOn: null, note: '' }
      if (agencyId) await insertOffer(trx, { ...offer, requestId: id, agencyId, madeBy: null })
    }
    const document = 'Example document'
    if (isConsented) await insertConsent(trx, id, { givenOn: on, how: 'Note verbale', document }, null)
  }
  const cases = await findAssistanceCases(trx, { until: day, isUnreleased: true })
  const told = toldOf(cases)
  if (!told) return
  const ids = cases.map(({ id }) => id)
  await insertAssistanceRelease(trx, { number: 1, untilOn: day, releasedAt: `${day}T00:00:00Z`, told }, ids)
}
