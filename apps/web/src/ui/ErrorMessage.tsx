import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Callout } from './Callout.tsx'

interface ErrorMessageProps {
  title?: string
  children: ReactNode
  /** The number under which the server's log knows what happened. */
  reference?: string
  action?: ReactNode
}

/** What went wrong, in words, and under which reference. */
export function ErrorMessage({ title, children, reference, action }: ErrorMessageProps) {
  const t = useTranslations('ui')
  return (
    <Callout tone="danger" role="alert" title={title}>
      <div>{children}</div>
      {reference && (
        <p className="mt-2 text-sm">
          {t('reference')} <code className="select-all">{reference}</code>
        </p>
      )}
      {action && <div className="mt-3">{action}</div>}
    </Callout>
  )
}
