import type { CoverageMark } from '@concert/domain/coverage'

/** Never colour alone: the border differs, and so does the shape. */
export const cellLook: Record<CoverageMark, string> = {
  asked: 'border-2 border-danger bg-danger-wash text-danger font-semibold',
  nobody: 'border border-dashed border-line-strong text-ink-soft',
  some: 'border border-transparent bg-accent-wash text-accent-text',
  overlap: 'border-2 border-warning text-warning',
}

export const shapes: Record<CoverageMark, string> = { asked: '▲', nobody: '○', some: '●', overlap: '◆' }
