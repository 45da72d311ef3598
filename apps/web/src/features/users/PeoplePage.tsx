import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { InvitationDialog } from './InvitationDialog.tsx'
import { type MadeLink, OneTimeLinkDialog } from './OneTimeLinkDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'

export type Person = Answers['users']['list'][number]

/** Who can sign in. The search stands in the URL; a one-time link never does, and is gone once its window closes. */
export function PeoplePage() {
  const t = useTranslations('users')
  const outbox = useTranslations('outbox')
  const { search = '' } = useSearch({ from: paths.admin })
  const navigate = useNavigate({ from: paths.admin })
  const { data: people } = useSuspenseQuery(trpc.users.list.queryOptions())
  const [isInviting, setInviting] = useState(false)
  const [link, setLink] = useState<MadeLink | null>(null)
  const found = people.filter((person) => matches(person, search))
  const inviteButton = (
    <Button look="primary" onClick={() => setInviting(true)}>
      {t('admin.invite')}
    </Button>
  )
  return (
    <Page
      title={t('admin.title')}
      lead={t('admin.lead')}
      actions={
        <>
          <ButtonLink to={paths.outbox}>{outbox('title')}</ButtonLink>
          {inviteButton}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="w-full max-w-sm">
            <TextField
              label={t('admin.search')}
              type="search"
              value={search}
              onChange={(typed) =>
                navigate({ search: (now) => ({ ...now, search: typed || undefined }), replace: true })
              }
            />
          </div>
          <p role="status" className="figures text-ink-soft">
            {t('admin.count', { count: found.length })}
          </p>
        </div>
        {found.length === 0 ? (
          <EmptyState title={t('admin.noneFound', { search })} action={inviteButton} />
        ) : (
          <PeopleTable people={found} onLink={setLink} />
        )}
        {people.length === 1 && <p className="text-ink-soft">{t('admin.onlyYou')}</p>}
      </div>
      {isInviting && <InvitationDialog onClose={() => setInviting(false)} onLink={setLink} />}
      {link && <OneTimeLinkDialog made={link} onClose={() => setLink(null)} />}
    </Page>
  )
}

function matches(person: Person, search: string): boolean {
  const words = `${person.name} ${person.email} ${person.agency?.acronym ?? ''}`.toLowerCase()
  return words.includes(search.trim().toLowerCase())
}
