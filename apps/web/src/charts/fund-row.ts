/** What was announced, formalised and received for one name or year, in minor units of US dollars. */
export interface FundRow {
  id: string
  label: string
  announced: number
  formalised: number
  received: number
}

/** In the order in which money comes: a promise, an agreement, a payment. */
export const amountKinds = ['announced', 'formalised', 'received'] as const
export type AmountKind = (typeof amountKinds)[number]
