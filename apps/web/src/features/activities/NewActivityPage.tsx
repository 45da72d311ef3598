import type { ActivityDraft } from '@concert/domain/activity'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { showInForm, useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Page } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { ActivityForm, useActivityForm } from './form/ActivityForm.tsx'
import { type ActivityFormInput, emptyForm } from './form/form-values.ts'
import { useKeptDraft } from './form/use-kept-draft.ts'

/** A new record of one's own agency; what is typed is kept from the first letter. */
export function NewActivityPage() {
  const t = useTranslations('activities')
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const { actor } = session
  const isOfAgency = actor.kind === 'person' && actor.agencyId !== null
  return (
    <Page title={t('form.newTitle')} lead={t('form.newLead')}>
      {isOfAgency ? (
        <NewActivity userId={actor.userId} agencyId={actor.agencyId} />
      ) : (
        <Callout tone="warning">{t('errors.no_agency')}</Callout>
      )}
    </Page>
  )
}

function NewActivity({ userId, agencyId }: { userId: string; agencyId: string | null }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const navigate = useNavigate()
  const toast = useToast()
  const explain = useExplain()
  const { restored, keep, forget } = useKeptDraft(`new.${userId}`)
  const form = useActivityForm(restored?.values ?? emptyForm(reader))
  // The same content sent again, over a line that broke, makes no second record.
  const attempt = useRef({ content: '', idempotencyKey: '' })
  const draft = useMutation(
    trpc.activities.draft.mutationOptions({
      onSuccess: ({ reference, version }) => {
        forget()
        toast({ tone: 'success', text: t('form.saved', { version }) })
        return navigate({ to: paths.editActivity, params: { reference }, replace: true })
      },
      onError: (error) => showInForm(explain(error), form.setError),
    }),
  )
  const save = (typed: ActivityDraft) => {
    const content = JSON.stringify(typed)
    if (attempt.current.content !== content) attempt.current = { content, idempotencyKey: crypto.randomUUID() }
    draft.mutate({ idempotencyKey: attempt.current.idempotencyKey, draft: typed })
  }
  const keepTyped = useCallback((values: ActivityFormInput) => keep(values, null), [keep])
  const startOver = () => {
    form.reset(emptyForm(reader))
    forget()
  }
  return (
    <ActivityForm
      form={form}
      leadAgencyId={agencyId}
      reference={null}
      kept={{ restored, keep: keepTyped, onForget: startOver }}
      onSave={save}
      isSaving={draft.isPending}
      saveLabel={t('form.saveDraft')}
    />
  )
}
