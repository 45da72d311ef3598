import type { GrantStory } from '@concert/domain/grant-views'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { AidKinds } from './GrantState.tsx'

/** What is known of a grant beside its story. */
export function GrantFacts({ grant }: { grant: GrantStory }) {
  const t = useTranslations('grants')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const money = useMoney()
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }))
  const place = places.find(({ code }) => code === grant.placeCode)?.name ?? grant.placeCode
  const { from, until } = grant
  const day = (date: string | null) => (date === null ? '…' : formatDate(reader, date))
  return (
    <DefinitionList
      items={[
        {
          term: t('column.call'),
          value: (
            <Link to={paths.bookedGrants} search={{ callId: grant.call.id }} className="link" dir="auto">
              {grant.call.title}
            </Link>
          ),
        },
        { term: t('column.grantee'), value: grant.grantee.name },
        { term: t('column.granteeKind'), value: tCodes(`granteeKinds.${grant.grantee.kind}`) },
        {
          term: t('column.place'),
          value: <AddressLink address={`/places/${grant.placeCode}`}>{place}</AddressLink>,
        },
        { term: t('column.aid'), value: <AidKinds kinds={grant.aidKinds} /> },
        { term: t('story.asked'), value: money.full(grant.asked) },
        { term: t('story.approved'), value: grant.approved && money.full(grant.approved) },
        { term: t('story.period'), value: (from || until) && t('story.span', { from: day(from), until: day(until) }) },
        { term: t('visibility.title'), value: tCodes(`grantVisibilities.${grant.visibility}`) },
        { term: t('visibility.note'), value: grant.doNoHarmNote },
      ]}
    />
  )
}
