import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { useExplain } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { isServerError, trpc } from '../../trpc.ts'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AcceptanceForm } from './AcceptanceForm.tsx'

/** Where a one-time link leads: choose a password, then go in. */
export function WelcomePage() {
  const t = useTranslations('users')
  const explain = useExplain()
  const { token } = useParams({ from: paths.welcome })
  const { mutate: open, data: greeting, error } = useMutation(trpc.users.openLink.mutationOptions())
  useEffect(() => open({ token }), [open, token])

  if (error) return <ClosedLink sentence={isRefused(error) ? undefined : explain(error).sentence} />
  if (!greeting) {
    return (
      <Page title={t('welcome.opening')} width="text">
        <Skeleton lines={4} />
      </Page>
    )
  }
  const { kind } = greeting
  const name = greeting.name ?? ''
  const email = greeting.email ?? ''
  const title = {
    first_admin: t('welcome.firstTitle'),
    invite: t('welcome.inviteTitle', { name }),
    reset: t('welcome.resetTitle'),
  }[kind]
  const lead = {
    first_admin: t('welcome.firstLead'),
    invite: t('welcome.inviteLead', { email }),
    reset: t('welcome.resetLead', { email }),
  }[kind]
  return (
    <Page title={title} lead={lead} width="text">
      <AcceptanceForm token={token} isFirst={kind === 'first_admin'} email={email} />
    </Page>
  )
}

function isRefused(error: unknown): boolean {
  const code = isServerError(error) ? error.data?.concert.code : undefined
  return code === 'users.link_worthless' || code === 'errors.invalid_input'
}

/** `sentence` when it is the server that failed and not the link. */
function ClosedLink({ sentence }: { sentence: string | undefined }) {
  const t = useTranslations('users')
  return (
    <Page title={t('welcome.worthlessTitle')} lead={sentence ? undefined : t('welcome.worthlessLead')} width="text">
      {sentence && <ErrorMessage>{sentence}</ErrorMessage>}
      <div>
        <ButtonLink to={paths.signIn} look="primary">
          {t('welcome.toSignIn')}
        </ButtonLink>
      </div>
    </Page>
  )
}
