import { Suspense } from 'react'
import type { Answers } from '../trpc.ts'
import { Figure, type FigureProps } from '../ui/Figure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWordsAt } from '../words.ts'
import { FigureProof } from './FigureProof.tsx'
import { useFigureFormat } from './use-figure-format.ts'

type Listed = Answers['figures']['list'][number]
type FigureValue = Pick<Listed, 'id' | 'unit' | 'value'> & Partial<Pick<Listed, 'words' | 'params'>>

interface PublicFigureProps {
  figure: FigureValue
  size?: FigureProps['size']
  /** How the value is written where it is not short. */
  write?: (value: number) => string
}

/** A figure that anyone may open: its name, its value and its proof are the same wherever it stands. */
export function PublicFigure({ figure, size, write }: PublicFigureProps) {
  const wordsAt = useWordsAt()
  const short = useFigureFormat(figure.unit)
  return (
    <Figure
      label={wordsAt(`figures.${figure.words ?? figure.id}.name`, figure.params) ?? figure.id}
      value={(write ?? short)(figure.value)}
      size={size}
      proof={() => (
        <Suspense fallback={<Skeleton lines={6} />}>
          <FigureProof id={figure.id} />
        </Suspense>
      )}
    />
  )
}
