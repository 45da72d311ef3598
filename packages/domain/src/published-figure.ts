import type { Basis, PublishedSet } from './codelists.ts'
import type { LocalizedText } from './locales.ts'
import type { Money } from './money.ts'

/** A figure as somebody published it. Published figures contradict each other: they stand side by side, never summed. */
export interface PublishedFigure {
  id: string
  set: PublishedSet
  subject: LocalizedText
  placeCode: string | null
  stage: 'announced' | 'acknowledged' | 'paid' | null
  dateText: string
  valueText: string | null
  /** Only where the amount was exact and its currency stated. */
  amount: Money | null
  /** As the source states it; null where it states none. */
  currency: string | null
  quantity: number | null
  unit: string | null
  definition: string | null
  details: Record<string, string>
  source: string
  basis: Basis
  clearedAt: string | null
  /** For fund managers only; null for everyone else. */
  note: string | null
}
