import { formatInstant } from '@concert/messages/format'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { inputClass } from '../../ui/styles.ts'

export interface MadeLink {
  name: string
  email: string
  link: { path: string; expiresAt: string }
  mailed: boolean
}

/** Shows a one-time link this once; the server keeps only its digest. */
export function OneTimeLinkDialog({ made, onClose }: { made: MadeLink; onClose: () => void }) {
  const t = useTranslations('users')
  const reader = useReader()
  const [isCopied, setCopied] = useState(false)
  const address = `${location.origin}${made.link.path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t('admin.linkTitle', { name: made.name })}
      actions={<Button onClick={onClose}>{t('admin.close')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <p>{t('admin.linkLead', { until: formatInstant(reader, made.link.expiresAt) })}</p>
        <div className="flex flex-wrap gap-2">
          <input
            readOnly
            dir="ltr"
            aria-label={t('admin.linkTitle', { name: made.name })}
            value={address}
            onFocus={(event) => event.target.select()}
            className={`${inputClass} min-w-0 grow basis-64`}
          />
          <Button look="primary" onClick={copy}>
            {isCopied && <Icon name="check" />}
            <span aria-live="polite">{isCopied ? t('admin.copied') : t('admin.copy')}</span>
          </Button>
        </div>
        <p className="text-ink-soft">{made.mailed ? t('admin.mailed', { email: made.email }) : t('admin.notMailed')}</p>
      </div>
    </Dialog>
  )
}
