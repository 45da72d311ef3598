import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useRefusalWords } from '../../errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

interface LeaveOutDialogProps {
  onClose: () => void
  onLeaveOut: (reason: string) => void
}

/** One reason for all lines that nobody has decided on. */
export function LeaveOutDialog({ onClose, onLeaveOut }: LeaveOutDialogProps) {
  const t = useTranslations('bankLists.decide')
  const words = useRefusalWords()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" onClick={() => (isMissing ? setTried(true) : onLeaveOut(reason.trim()))}>
        {t('leaveOut')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen isAlert onClose={onClose} title={t('leaveOutAll')} actions={actions}>
      <TextArea
        label={t('reason')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        rows={3}
        error={isTried && isMissing ? words('errors.required', {}) : undefined}
        isRequired
      />
    </Dialog>
  )
}
