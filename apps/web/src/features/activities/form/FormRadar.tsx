import type { OverlapQuestion } from '@concert/domain/overlap-verdict'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { OverlapRadar } from '../../../coordination/OverlapRadar.tsx'
import type { SectionProps } from './ActivityForm.tsx'
import { type ActivityFormOutput, activityForm } from './form-values.ts'

const pause = 600
// What is asked stands in an address, which has to stay short.
const mostLetters = 210
const mostPlaces = 40
const mostPartners = 10

/** Asks the radar about what has been typed, after a pause; what cannot be read yet is not asked. */
export function FormRadar({ control, reference }: SectionProps & { reference: string | null }) {
  const values = useWatch({ control })
  const [question, setQuestion] = useState<OverlapQuestion | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      const read = activityForm.safeParse(values)
      if (read.success) setQuestion(questionOf(read.data, reference))
    }, pause)
    return () => clearTimeout(timer)
  }, [values, reference])
  return <OverlapRadar question={question} />
}

/** Null while there is neither a title nor a place to compare. */
function questionOf(typed: ActivityFormOutput, reference: string | null): OverlapQuestion | null {
  const titles = typed.words.map(({ title }) => title.trim()).filter((title) => title !== '')
  if (titles.length === 0 && typed.places.length === 0) return null
  const few = titles.slice(0, 3)
  return {
    reference,
    facts: {
      partnerAgencyIds: typed.partnerAgencyIds.slice(0, mostPartners),
      status: typed.status,
      titles: few.map((title) => title.slice(0, Math.floor(mostLetters / few.length))),
      places: typed.places.slice(0, mostPlaces).map(({ code }) => code),
      kind: typed.kind,
      pillars: typed.pillars,
      forms: typed.forms,
      audiences: typed.audiences,
      sdgTargets: typed.sdgTargets,
      startOn: typed.startOn,
      endOn: typed.endOn,
    },
  }
}
