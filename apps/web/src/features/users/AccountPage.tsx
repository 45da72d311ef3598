import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { enter } from './sign-in.ts'

export function AccountPage() {
  const t = useTranslations('users')
  const digests = useTranslations('digests')
  const { data: user } = useSuspenseQuery(trpc.users.account.queryOptions())
  return (
    <Page
      title={t('account.title')}
      lead={t('account.lead')}
      width="text"
      actions={<ButtonLink to={paths.digest}>{digests('title')}</ButtonLink>}
    >
      <Section title={t('account.profile')} lead={t('account.address')}>
        <div className="flex flex-col gap-8">
          <DefinitionList
            items={[
              { term: t('fields.email'), value: <bdi>{user.email}</bdi> },
              { term: t('fields.agency'), value: user.agency?.acronym ?? t('fields.noAgency') },
              {
                term: t('fields.roles'),
                value: user.roles.map((role) => t(`roles.${role}`)).join(', ') || t('fields.noRoles'),
              },
            ]}
          />
          <ProfileForm user={user} />
        </div>
      </Section>
      <Section title={t('account.password')}>
        {user.isDemonstration ? (
          <p className="text-ink-soft">{t('account.noPassword')}</p>
        ) : (
          <PasswordForm email={user.email} />
        )}
      </Section>
      <Section title={t('account.sessions')} lead={t('account.sessionsLead')}>
        <SignOutEverywhere />
      </Section>
    </Page>
  )
}

function SignOutEverywhere() {
  const t = useTranslations('users')
  const toast = useToast()
  const explain = useExplain()
  const { mutate, isPending } = useMutation(
    trpc.users.signOutEverywhere.mutationOptions({
      onSuccess: () => enter(paths.signIn),
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  return (
    <Button onClick={() => mutate()} isPending={isPending}>
      {t('account.signOutEverywhere')}
    </Button>
  )
}
