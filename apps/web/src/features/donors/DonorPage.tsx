import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { PledgeTable } from '../../books/PledgeTable.tsx'
import { ThreeNumbers } from '../../books/ThreeNumbers.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { usePlaceName } from './use-place-name.ts'

/** One donor as anyone may see it: announced, formalised, received, pledge by pledge. */
export function DonorPage() {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const isManager = useHasRole('fund_manager')
  const placeName = usePlaceName()
  const { id } = useParams({ from: paths.donor })
  const { data: donor } = useSuspenseQuery(trpc.donors.get.queryOptions({ id, locale: reader }))
  const { data: pledges } = useSuspenseQuery(trpc.pledges.list.queryOptions({ donorId: id, locale: reader }))
  if (donor.id !== id) return <Navigate to={paths.donor} params={{ id: donor.id }} replace />
  const place = placeName(donor.placeCode)
  return (
    <Page
      title={donor.name ?? t('anonymous')}
      lead={[tCodes(`donorKinds.${donor.kind}`), place].filter(Boolean).join(' · ')}
      above={
        <Link to={paths.donors} className="link">
          {t('title')}
        </Link>
      }
      actions={
        isManager && (
          <ButtonLink to={paths.bookedDonor} params={{ id }}>
            {t('toBooks')}
          </ButtonLink>
        )
      }
    >
      <Section title={t('numbers')} lead={t('numbersLead')}>
        <ThreeNumbers usd={donor} label={t('numbers')} />
      </Section>
      <Section
        title={t('pledges')}
        actions={
          pledges.total > pledges.rows.length && (
            <Link to={paths.pledges} search={{ donorId: id }} className="link">
              {t('allPledges', { count: pledges.total })}
            </Link>
          )
        }
      >
        <PledgeTable
          caption={t('pledges')}
          rows={pledges.rows}
          withoutDonor
          empty={<EmptyState title={t('noPledges')}>{t('noPledgesLead')}</EmptyState>}
        />
      </Section>
    </Page>
  )
}
