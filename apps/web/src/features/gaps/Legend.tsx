import { overlapFrom } from '@concert/domain/coverage'
import { useTranslations } from 'use-intl/react'
import { cellLook, shapes } from './cell-look.ts'

/** What the marks of the matrix stand for: a shape, a word and a colour each. */
export function Legend() {
  const t = useTranslations('gaps.marks')
  return (
    <ul className="my-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {(['asked', 'nobody', 'some', 'overlap'] as const).map((mark) => (
        <li key={mark} className="flex items-center gap-2">
          <span aria-hidden className={`inline-flex size-6 items-center justify-center ${cellLook[mark]}`}>
            {shapes[mark]}
          </span>
          {t(mark, { from: overlapFrom })}
        </li>
      ))}
    </ul>
  )
}
