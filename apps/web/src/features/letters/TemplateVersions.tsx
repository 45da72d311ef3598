import type { TemplateVersion } from '@concert/domain/letter-template'
import { formatInstant } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { OneTemplate } from './template-form.ts'

interface TemplateVersionsProps {
  one: OneTemplate
  versions: readonly TemplateVersion[]
  onRestored: (version: number) => void
}

/** Every wording that there was; any of them can come back. */
export function TemplateVersions({ one, versions, onRestored }: TemplateVersionsProps) {
  const t = useTranslations('letters.editor')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const restoring = useMutation(
    trpc.letters.restoreTemplate.mutationOptions({
      onSuccess: ({ version }) => {
        toast({ tone: 'success', text: t('restored') })
        onRestored(version)
      },
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const [newest] = versions
  if (!newest) return <p className="text-ink-soft">{t('noVersions')}</p>
  const restore = (version: number) =>
    restoring.mutate({ ...one, version, basedOn: newest.version, idempotencyKey: newKey() })
  const whatIs = ({ restored }: TemplateVersion) => {
    if (restored === null) return t('edited')
    return restored === 0 ? t('restoredDefault') : t('restoredFrom', { version: String(restored) })
  }
  return (
    <div className="grid gap-4">
      <DataTable
        caption={t('versions')}
        density="dense"
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { id: 'version', header: t('version'), cell: ({ version }) => <span className="figures">{version}</span> },
          { id: 'what', header: t('what'), cell: whatIs },
          {
            id: 'saved',
            header: t('savedBy'),
            cell: ({ savedAt, savedBy }) => `${formatInstant(reader, savedAt)}, ${savedBy}`,
          },
          {
            id: 'restore',
            header: '',
            align: 'end',
            cell: ({ version }) =>
              version !== newest.version && (
                <Button size="small" isPending={restoring.isPending} onClick={() => restore(version)}>
                  {t('restore', { version: String(version) })}
                </Button>
              ),
          },
        ]}
      />
      {newest.template !== null && (
        <div>
          <Button size="small" isPending={restoring.isPending} onClick={() => restore(0)}>
            {t('restoreDefault')}
          </Button>
        </div>
      )}
    </div>
  )
}
