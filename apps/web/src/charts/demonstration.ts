import { createContext } from 'react'

/** What a downloaded chart says of itself in a demonstration; null where the data are real. */
export const DemonstrationNote = createContext<string | null>(null)
