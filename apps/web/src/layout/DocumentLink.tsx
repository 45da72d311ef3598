import { useReader } from '../locale.tsx'
import { documentAddress } from '../un-document.ts'

/** The symbol of a United Nations document, linked to its text in the reader's language where there is one. */
export function DocumentLink({ symbol, children }: { symbol: string; children?: string }) {
  const address = documentAddress(symbol, useReader())
  const text = children ?? symbol
  if (address === null) return <bdi className="whitespace-nowrap">{text}</bdi>
  return (
    <a href={address} className="link" rel="noreferrer">
      <bdi className="whitespace-nowrap">{text}</bdi>
    </a>
  )
}
