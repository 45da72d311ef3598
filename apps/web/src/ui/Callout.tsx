import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export interface CalloutProps {
  tone?: 'info' | 'warning' | 'danger' | 'success'
  title?: string
  children?: ReactNode
  /** `alert` is read out at once; use it for what appeared because of something the reader did. */
  role?: 'alert' | 'status' | 'note'
}

const tones: Record<NonNullable<CalloutProps['tone']>, { look: string; icon: IconName }> = {
  info: { look: 'border-accent bg-accent-wash', icon: 'info' },
  warning: { look: 'border-warning bg-warning-wash', icon: 'warning' },
  danger: { look: 'border-danger bg-danger-wash', icon: 'warning' },
  success: { look: 'border-success bg-success-wash', icon: 'check' },
}

/** A sentence that must not be overlooked. */
export function Callout({ tone = 'info', title, children, role = 'note' }: CalloutProps) {
  const { look, icon } = tones[tone]
  return (
    <div role={role} className={`flex gap-3 rounded border-s-4 px-4 py-3 text-ink ${look}`}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}
