import { Button } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { useTranslations } from 'use-intl/react'
import { buttonClass } from './button-class.ts'
import { Icon } from './Icon.tsx'

export interface FileDropProps {
  label: string
  description?: string
  /** File types as in `<input accept>`. */
  accept: readonly string[]
  allowsMultiple?: boolean
  onFiles: (files: File[]) => void
}

/** Files, dropped or picked. */
export function FileDrop({ label, description, accept, allowsMultiple = false, onFiles }: FileDropProps) {
  const t = useTranslations('ui')
  return (
    <DropZone
      className="flex flex-col items-center gap-3 rounded border-2 border-dashed border-line-strong bg-surface px-6 py-10 text-center drop-target:border-accent drop-target:bg-accent-wash focus-visible:outline-3"
      onDrop={async (event) => {
        const dropped = event.items.filter((item) => item.kind === 'file')
        const files = await Promise.all(dropped.map((item) => item.getFile()))
        onFiles(allowsMultiple ? files : files.slice(0, 1))
      }}
    >
      <Icon name="upload" className="text-2xl text-accent-text" />
      <Text slot="label" className="font-medium">
        {label}
      </Text>
      {description && <p className="text-sm text-ink-soft">{description}</p>}
      <FileTrigger
        acceptedFileTypes={accept}
        allowsMultiple={allowsMultiple}
        onSelect={(list) => onFiles(list ? [...list] : [])}
      >
        <Button className={buttonClass({ look: 'secondary' })}>
          {t('chooseFile', { many: String(allowsMultiple) })}
        </Button>
      </FileTrigger>
    </DropZone>
  )
}
