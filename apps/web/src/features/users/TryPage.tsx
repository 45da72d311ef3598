import { roles as allRoles } from '@concert/domain/actor'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { enter, post } from './sign-in.ts'

const demoPeople = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.enum(allRoles)),
    agency: z.object({ acronym: z.string() }).nullable(),
  }),
)
type DemoPerson = z.infer<typeof demoPeople>[number]

async function fetchPeople(token: string): Promise<DemoPerson[]> {
  const response = await fetch(`/auth/try/${encodeURIComponent(token)}`)
  return response.ok ? demoPeople.parse(await response.json()) : []
}

/** Every role of a demonstration at one click. */
export function TryPage() {
  const t = useTranslations('users')
  const { token } = useParams({ from: paths.tryRoles })
  const { data: people, isPending } = useQuery({ queryKey: ['try', token], queryFn: () => fetchPeople(token) })
  const {
    mutate: be,
    isError,
    variables: chosen,
  } = useMutation({
    mutationFn: async (person: DemoPerson) => {
      const response = await post(`/auth/try/${encodeURIComponent(token)}`, { userId: person.id })
      if (!response.ok) throw new Error('refused')
      enter(paths.overview)
    },
  })
  if (!isPending && !people?.length) {
    return (
      <Page title={t('try.goneTitle')} lead={t('try.goneLead')} width="text">
        <div>
          <ButtonLink to={paths.overview}>{t('try.toOverview')}</ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page title={t('try.title')} lead={t('try.lead')}>
      {isError && <ErrorMessage>{t('signIn.unreachable')}</ErrorMessage>}
      {isPending ? (
        <Skeleton lines={8} />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {people?.map((person) => (
            <RoleCard key={person.id} person={person} isChosen={chosen?.id === person.id} onChoose={() => be(person)} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function RoleCard({ person, isChosen, onChoose }: { person: DemoPerson; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslations('users')
  const names = person.roles.map((role) => t(`roles.${role}`)).join(', ')
  return (
    <li className="flex flex-col items-start gap-3 rounded border border-line p-5">
      <h2 className="text-lg font-semibold">
        {names}
        {person.agency && (
          <span className="ms-2 font-normal text-ink-soft">{t('try.at', { agency: person.agency.acronym })}</span>
        )}
      </h2>
      <p className="text-sm text-ink-soft">
        <bdi>{person.name}</bdi>
      </p>
      <p className="grow text-ink-soft">{person.roles.map((role) => t(`may.${role}`)).join(' ')}</p>
      <Button onClick={onChoose} isPending={isChosen}>
        {t('try.enter', { role: names })}
      </Button>
    </li>
  )
}
