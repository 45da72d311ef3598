import type { Finding } from '@concert/domain/activity-quality'
import { createContext, use } from 'react'
import { keyOf, useFindingWords } from '../findings.tsx'

/** What a check before publishing found in the form as it stands. */
export const FindingsContext = createContext<readonly Finding[]>([])

/** The findings of one field, beside it. */
export function FieldFindings({ field }: { field: Finding['field'] }) {
  const findings = use(FindingsContext).filter((finding) => finding.field === field)
  const words = useFindingWords()
  if (findings.length === 0) return null
  return (
    <ul className="mt-2 text-sm font-medium">
      {findings.map((finding) => (
        <li key={keyOf(finding)} className={finding.severity === 'error' ? 'text-danger' : 'text-warning'}>
          {words(finding)}
        </li>
      ))}
    </ul>
  )
}
