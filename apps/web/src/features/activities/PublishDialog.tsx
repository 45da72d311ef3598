import type { Finding } from '@concert/domain/activity-quality'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { keyOf, ReasonFields, reasonsOf, useFindingWords } from './findings.tsx'

interface PublishDialogProps {
  activity: { reference: string; version: number }
  onClose: () => void
}

/** What stands against publishing: errors to mend, warnings that need a reason each. */
export function PublishDialog({ activity, onClose }: PublishDialogProps) {
  const t = useTranslations('activities')
  return (
    <Dialog isOpen isAlert size="wide" onClose={onClose} title={t('publish.title')}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Clearing activity={activity} onClose={onClose} />
      </Suspense>
    </Dialog>
  )
}

function Clearing({ activity: { reference, version }, onClose }: PublishDialogProps) {
  const t = useTranslations('activities')
  const toast = useToast()
  const explain = useExplain()
  const { data: asked } = useSuspenseQuery(trpc.activities.quality.queryOptions({ reference }))
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const publish = useMutation(
    trpc.activities.publish.mutationOptions({
      onSuccess: (result) => {
        if (result.outcome !== 'saved') return
        onClose()
        toast({ tone: 'success', text: t('actions.published') })
      },
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const findings: Finding[] = publish.data?.outcome === 'stopped' ? publish.data.findings : asked
  const errors = findings.filter((finding) => finding.severity === 'error')
  const warnings = findings.filter((finding) => finding.severity === 'warning')
  const isReady = errors.length === 0 && warnings.every((one) => (reasons[keyOf(one)] ?? '').trim().length >= 3)

  return (
    <div className="grid gap-5">
      {findings.length === 0 && <Callout tone="success">{t('publish.ready')}</Callout>}
      {errors.length > 0 && <Errors errors={errors} />}
      {warnings.length > 0 && (
        <div className="grid gap-3">
          <h3 className="font-semibold">{t('publish.asks')}</h3>
          <ReasonFields warnings={warnings} reasons={reasons} onChange={setReasons} />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{t('actions.cancel')}</Button>
        {errors.length > 0 && (
          <ButtonLink to={paths.editActivity} params={{ reference }} search={{ check: true }}>
            {t('publish.toForm')}
          </ButtonLink>
        )}
        <Button
          look="primary"
          disabled={!isReady}
          isPending={publish.isPending}
          onClick={() => publish.mutate({ reference, expectedVersion: version, reasons: reasonsOf(warnings, reasons) })}
        >
          {t('publish.confirm')}
        </Button>
      </div>
    </div>
  )
}

function Errors({ errors }: { errors: readonly Finding[] }) {
  const t = useTranslations('activities')
  const words = useFindingWords()
  return (
    <Callout tone="danger" title={t('publish.stops')}>
      <ul className="mt-1 list-disc ps-5">
        {errors.map((one) => (
          <li key={keyOf(one)}>
            <span className="font-medium">{t(`fields.${one.field}`)}:</span> {words(one)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
