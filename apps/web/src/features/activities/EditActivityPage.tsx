import { type Activity, type ActivityDraft, draftOf } from '@concert/domain/activity'
import { mergeDrafts } from '@concert/domain/activity-merge'
import type { Finding } from '@concert/domain/activity-quality'
import type { SaveOutcome } from '@concert/domain/activity-view'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { showInForm, useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { ActivityActions } from './ActivityActions.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { keyOf, ReasonFields, reasonsOf, useFindingWords } from './findings.tsx'
import { ActivityForm, useActivityForm } from './form/ActivityForm.tsx'
import { type ActivityFormInput, toFormValues } from './form/form-values.ts'
import { useKeptDraft } from './form/use-kept-draft.ts'
import { VisibilityBadges } from './StatusBadges.tsx'

export function EditActivityPage() {
  const t = useTranslations('activities')
  const { reference } = useParams({ from: paths.editActivity })
  const { data: activity } = useSuspenseQuery({
    ...trpc.activities.open.queryOptions({ reference }),
    // The form holds its own version of the record; a fresh one would not reach it.
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const person = session.actor.kind === 'person' ? session.actor : undefined
  const mayPublish = person?.roles.includes('focal_point') ?? false
  return (
    <Page
      title={t('form.editTitle', { reference })}
      above={
        <Link to={paths.activity} params={{ reference }} className="link">
          {reference}
        </Link>
      }
      lead={<VisibilityBadges activity={activity} />}
      actions={<ActivityActions activity={{ ...activity, mayPublish }} />}
    >
      <EditActivity key={reference} opened={activity} userId={person?.userId ?? ''} />
    </Page>
  )
}

type Conflict = Extract<SaveOutcome, { outcome: 'conflict' }> & { mine: ActivityDraft }

function EditActivity({ opened, userId }: { opened: Activity; userId: string }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const { check } = useSearch({ from: paths.editActivity })
  const { reference } = opened
  const { restored, keep, forget } = useKeptDraft(`${reference}.${userId}`)
  const form = useActivityForm(restored?.values ?? toFormValues(draftOf(opened), reader))
  const version = useRef(restored?.version ?? opened.version)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [stopped, setStopped] = useState<Finding[]>([])
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})

  const startFrom = (activity: Activity) => {
    version.current = activity.version
    form.reset(toFormValues(draftOf(activity), reader))
    setStopped([])
    forget()
  }
  const save = useMutation(trpc.activities.save.mutationOptions())
  const send = (draft: ActivityDraft) => {
    const request = {
      reference,
      expectedVersion: version.current,
      draft,
      reasons: reasonsOf(stopped.filter(isWarning), reasons),
    }
    save.mutate(request, {
      onSuccess: (result) => {
        if (result.outcome === 'conflict') return meet({ ...result, mine: draft })
        if (result.outcome === 'stopped') return setStopped(result.findings)
        const isSame = result.activity.version === version.current
        startFrom(result.activity)
        toast({
          tone: isSame ? 'info' : 'success',
          text: t(isSame ? 'form.nothingChanged' : 'form.saved', { version: result.activity.version }),
        })
      },
      onError: (error) => showInForm(explain(error), form.setError),
    })
  }
  const meet = (met: Conflict) => {
    const { merged, conflicts, taken } = mergeDrafts(met.base, met.mine, met.theirs)
    if (conflicts.length > 0) return setConflict(met)
    if (taken.length > 0) {
      const fields = taken.map((field) => t(`fields.${field}`)).join(', ')
      toast({ tone: 'info', text: t('conflict.taken', { fields }) })
    }
    bringTogether(merged, met.theirVersion)
  }
  const keepTyped = useCallback((values: ActivityFormInput) => keep(values, version.current), [keep])
  const bringTogether = (merged: ActivityDraft, theirVersion: number) => {
    version.current = theirVersion
    form.reset(toFormValues(merged, reader))
    keep(toFormValues(merged, reader), theirVersion)
    setConflict(null)
    send(merged)
  }

  return (
    <>
      <ActivityForm
        form={form}
        leadAgencyId={opened.leadAgencyId}
        reference={reference}
        kept={{ restored, keep: keepTyped, onForget: () => startFrom(opened) }}
        onSave={send}
        isSaving={save.isPending}
        saveLabel={t('form.save')}
        isChecking={check}
        outcome={stopped.length > 0 && <Stopped findings={stopped} reasons={reasons} onReasons={setReasons} />}
      />
      {conflict && <ConflictDialog conflict={conflict} onClose={() => setConflict(null)} onMerged={bringTogether} />}
    </>
  )
}

const isWarning = (finding: Finding) => finding.severity === 'warning'

interface StoppedProps {
  findings: readonly Finding[]
  reasons: Readonly<Record<string, string>>
  onReasons: (reasons: Readonly<Record<string, string>>) => void
}

/** Why a change of a public activity was not kept yet. */
function Stopped({ findings, reasons, onReasons }: StoppedProps) {
  const t = useTranslations('activities')
  const words = useFindingWords()
  const warnings = findings.filter(isWarning)
  return (
    <Callout tone="danger" role="alert" title={t('form.reasonsTitle')}>
      <p>{t('form.reasonsLead')}</p>
      <ul className="list-disc ps-5">
        {findings
          .filter((finding) => finding.severity === 'error')
          .map((finding) => (
            <li key={keyOf(finding)}>
              {t(`fields.${finding.field}`)}: {words(finding)}
            </li>
          ))}
      </ul>
      {warnings.length > 0 && (
        <div className="mt-3 grid gap-3">
          <ReasonFields warnings={warnings} reasons={reasons} onChange={onReasons} />
        </div>
      )}
    </Callout>
  )
}
