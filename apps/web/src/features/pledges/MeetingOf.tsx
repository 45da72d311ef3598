import type { PublicPledge } from '@concert/domain/fund-views'
import { useTranslations } from 'use-intl/react'
import { AddressLink } from '../../layout/AddressLink.tsx'

/** The meeting at which a pledge was announced, if it was at one. */
export function MeetingOf({ pledge: { meeting } }: { pledge: Pick<PublicPledge, 'meeting'> }) {
  const t = useTranslations('pledges.story')
  if (!meeting) return null
  return (
    <p className="text-ink-soft">
      {t('at')} <AddressLink address={`/meetings/${meeting.slug}`}>{meeting.title}</AddressLink>
    </p>
  )
}
