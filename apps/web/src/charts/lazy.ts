import { lazy } from 'react'

/** The charts that are drawn by recharts, in a chunk of their own: a page shows its first marks before it is here. */
export const YearColumns = lazy(async () => ({ default: (await import('./YearColumns.tsx')).YearColumns }))
export const FundByYear = lazy(async () => ({ default: (await import('./FundByYear.tsx')).FundByYear }))
