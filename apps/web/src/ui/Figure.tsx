import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Icon } from './Icon.tsx'

const Dialog = lazy(async () => ({ default: (await import('./Dialog.tsx')).Dialog }))

export interface FigureProps {
  label: string
  /** Already written in the reader's language. */
  value: string
  note?: ReactNode
  /** What the number is made of; rendered when it is opened. */
  proof: () => ReactNode
  size?: 'key' | 'inline'
}

/** A number that is a button: it opens its proof. */
export function Figure({ label, value, note, proof, size = 'key' }: FigureProps) {
  const t = useTranslations('ui')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        className={
          size === 'key'
            ? 'group flex h-full w-full flex-col items-start rounded border-t-3 border-mark bg-surface px-4 pt-3 pb-4 text-start hover:bg-accent-wash'
            : 'figures inline-flex items-center gap-1 rounded text-accent-text underline decoration-dotted underline-offset-4'
        }
      >
        {size === 'key' ? (
          <>
            <span className="text-sm text-ink-soft">{label}</span>
            <span className="figures my-1 text-xl leading-tight font-semibold tracking-tight sm:text-4xl rtl:tracking-normal">
              {value}
            </span>
            {note && <span className="text-sm text-ink-soft">{note}</span>}
            <span className="mt-auto inline-flex items-center gap-1 pt-2 text-sm text-accent-text group-hover:underline">
              <Icon name="proof" /> {t('proof')}
            </span>
          </>
        ) : (
          <>
            <span className="sr-only">{label}: </span>
            {value}
          </>
        )}
      </button>
      {isOpen && (
        <Suspense>
          <Dialog isOpen title={label} size="wide" onClose={() => setOpen(false)}>
            {proof()}
          </Dialog>
        </Suspense>
      )}
    </>
  )
}
