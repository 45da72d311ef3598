import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { inputClass } from '../../ui/styles.ts'

/** Shows the address of a feed this once; the server keeps only the digest of its token. */
export function AddressDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const t = useTranslations('feeds')
  const [isCopied, setCopied] = useState(false)
  const address = `${location.origin}${path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <Dialog
      isOpen
      isAlert
      onClose={onClose}
      title={t('addressTitle')}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <p>{t('addressLead')}</p>
        <input
          readOnly
          dir="ltr"
          aria-label={t('addressTitle')}
          value={address}
          onFocus={(event) => event.target.select()}
          className={inputClass}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={copy}>
            {isCopied && <Icon name="check" />}
            <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
          </Button>
          <LinkButton href={address.replace(/^https?:/, 'webcal:')}>{t('open')}</LinkButton>
        </div>
      </div>
    </Dialog>
  )
}
