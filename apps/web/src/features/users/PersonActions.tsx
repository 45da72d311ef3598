import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { MadeLink } from './OneTimeLinkDialog.tsx'
import type { Person } from './PeoplePage.tsx'

interface PersonActionsProps {
  person: Person
  onEdit: (person: Person) => void
  onDeactivate: (person: Person) => void
  onLink: (link: MadeLink) => void
}

/** What an administrator can do with one person. */
export function PersonActions({ person, onEdit, onDeactivate, onLink }: PersonActionsProps) {
  const t = useTranslations('users')
  const toast = useToast()
  const explain = useExplain()
  const onError = (error: unknown) => toast({ tone: 'danger', text: explain(error).sentence })
  const reset = useMutation(
    trpc.users.resetPassword.mutationOptions({
      onSuccess: (made) => onLink({ ...made, name: person.name, email: person.email }),
      onError,
    }),
  )
  const reactivate = useMutation(
    trpc.users.reactivate.mutationOptions({
      onSuccess: () => toast({ tone: 'success', text: t('admin.reactivated', { name: person.name }) }),
      onError,
    }),
  )
  const named = (action: string) => ({ 'aria-label': `${action}: ${person.name}`, children: action })
  if (person.status === 'deactivated') {
    return (
      <Button
        size="small"
        onClick={() => reactivate.mutate({ userId: person.id })}
        isPending={reactivate.isPending}
        {...named(t('admin.reactivate'))}
      />
    )
  }
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
      <Button size="small" onClick={() => onEdit(person)} {...named(t('admin.edit'))} />
      {!person.isDemonstration && (
        <Button
          size="small"
          onClick={() => reset.mutate({ userId: person.id })}
          isPending={reset.isPending}
          {...named(person.status === 'invited' ? t('admin.newInvitation') : t('admin.resetPassword'))}
        />
      )}
      <Button size="small" look="danger" onClick={() => onDeactivate(person)} {...named(t('admin.deactivate'))} />
    </div>
  )
}
