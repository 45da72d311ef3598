import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Callout, type CalloutProps } from './Callout.tsx'
import { Icon } from './Icon.tsx'

export interface Toast {
  tone: NonNullable<CalloutProps['tone']>
  text: string
  detail?: string
}

interface QueuedToast extends Toast {
  id: number
}

const shownFor = 8_000
const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says what a lone action did. What belongs to a field or a page is said there instead. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui')
  const [toasts, setToasts] = useState<QueuedToast[]>([])
  const show = useCallback((toast: Toast) => {
    setToasts((queue) => [...queue.slice(-2), { ...toast, id: (queue.at(-1)?.id ?? 0) + 1 }])
  }, [])
  const dismiss = useCallback((id: number) => setToasts((queue) => queue.filter((toast) => toast.id !== id)), [])
  return (
    <ToastContext value={show}>
      {children}
      <section
        aria-label={t('notices')}
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-end gap-3"
      >
        {toasts.map((toast) => (
          <ShownToast key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
        ))}
      </section>
    </ToastContext>
  )
}

function ShownToast({ toast, onDismiss }: { toast: QueuedToast; onDismiss: () => void }) {
  const t = useTranslations('ui')
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (toast.tone === 'danger' || isHeld) return
    const timer = setTimeout(onDismiss, shownFor)
    return () => clearTimeout(timer)
  }, [toast.tone, isHeld, onDismiss])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from fading
    <div
      className="pointer-events-auto flex w-full max-w-md rounded bg-raised shadow-lg"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="min-w-0 grow">
        <Callout tone={toast.tone} title={toast.text} role={toast.tone === 'danger' ? 'alert' : 'status'}>
          {toast.detail}
        </Callout>
      </div>
      <button type="button" aria-label={t('close')} onClick={onDismiss} className="grid w-11 place-items-center">
        <Icon name="close" />
      </button>
    </div>
  )
}
