import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslations } from 'use-intl/react'
import { Icon } from './Icon.tsx'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons at the foot. */
  actions?: ReactNode
  size?: 'normal' | 'wide'
  /** A question that must be answered: no closing by a click beside it. */
  isAlert?: boolean
}

/** A window over the page. Focus stays in it and comes back afterwards. */
export function Dialog({ isOpen, onClose, title, children, actions, size = 'normal', isAlert = false }: DialogProps) {
  const t = useTranslations('ui')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={!isAlert}
      className="fixed inset-0 z-40 grid place-items-center overscroll-contain bg-shade p-4"
    >
      <Modal className={`w-full ${size === 'wide' ? 'max-w-4xl' : 'max-w-xl'}`}>
        <AriaDialog
          role={isAlert ? 'alertdialog' : 'dialog'}
          className="flex max-h-[85dvh] flex-col rounded bg-raised text-ink shadow-2xl outline-none"
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-4">
            <Heading slot="title" level={2} className="text-lg font-semibold" dir="auto">
              {title}
            </Heading>
            <Button
              slot="close"
              aria-label={t('close')}
              className="-me-2 grid size-9 shrink-0 place-items-center rounded text-ink-soft hover:bg-accent-wash"
            >
              <Icon name="close" />
            </Button>
          </header>
          <div className="min-h-0 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-4">{actions}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
