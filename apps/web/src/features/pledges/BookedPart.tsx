import type { PledgeStory } from '@concert/domain/fund-views'
import { useTranslations } from 'use-intl/react'
import { AllocationTable } from '../../books/AllocationTable.tsx'
import { EntryList } from '../../books/EntryList.tsx'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Section } from '../../ui/Section.tsx'
import { PledgeActions } from './changes/PledgeActions.tsx'
import { InstalmentTable } from './InstalmentTable.tsx'

/** What fund managers work with: what can happen next, instalments and dues, allocations, and the journal. */
export function BookedPart({ pledge }: { pledge: PledgeStory }) {
  const t = useTranslations('pledges')
  const tLetters = useTranslations('letters')
  return (
    <>
      <PledgeActions pledge={pledge} />
      <Section
        title={t('instalments.title')}
        lead={t('instalments.lead')}
        actions={
          <>
            {pledge.donorId && (
              <ButtonLink size="small" to={paths.recordPayment} search={{ donorId: pledge.donorId }}>
                {t('story.recordPayment')}
              </ButtonLink>
            )}
            <ButtonLink
              size="small"
              to={paths.newLetter}
              search={{ pledge: pledge.reference, kind: 'acknowledgement' }}
            >
              {tLetters('write')}
            </ButtonLink>
          </>
        }
      >
        {pledge.instalments.length === 0 ? (
          <p className="text-ink-soft">{t('instalments.empty')}</p>
        ) : (
          <InstalmentTable instalments={pledge.instalments} />
        )}
      </Section>
      <Section title={t('story.allocations')} lead={t('story.allocationsLead')}>
        {pledge.allocations.length === 0 ? (
          <p className="text-ink-soft">{t('story.noAllocations')}</p>
        ) : (
          <AllocationTable allocations={pledge.allocations} of="pledge" />
        )}
      </Section>
      <Section title={t('story.journal')} lead={t('story.journalLead')}>
        <Disclosure title={t('story.openJournal', { count: pledge.entries.length })}>
          <EntryList entries={pledge.entries} />
        </Disclosure>
      </Section>
    </>
  )
}
