import type { CoverageDimension } from '@concert/domain/coverage'
import { useWordsAt } from '../../words.ts'

const lists = { pillar: 'pillars', kind: 'activityKinds', form: 'exploitationForms' } as const

/** What a column is called in the reader's language. */
export function useColumnName(): (by: CoverageDimension, code: string) => string {
  const wordsAt = useWordsAt()
  return (by, code) => wordsAt(`codes.${lists[by]}.${code}`) ?? code
}
