import type { MembersView } from '@concert/domain/activity-view'
import { formatNumber } from '@concert/messages/format'
import { useTranslations } from 'use-intl/react'
import { useCodeName } from '../../coordination/use-activity-words.ts'
import { useReader } from '../../locale.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Section } from '../../ui/Section.tsx'
import { useWordsAt } from '../../words.ts'

/** What the group knows and the public does not: people, tools, lessons, reasons. */
export function MembersPart({ members, seesAssisted }: { members: MembersView; seesAssisted: boolean }) {
  const t = useTranslations('activities')
  const wordsAt = useWordsAt()
  const hasWords = members.toolsUsed || members.lessons || members.publishReasons.length > 0 || members.doNoHarm
  return (
    <>
      {(members.people.length > 0 || !seesAssisted) && (
        <Section title={t('detail.people')} lead={t('detail.peopleLead')}>
          {members.people.length > 0 && <People people={members.people} />}
          {!seesAssisted && <p className="mt-3 max-w-3xl text-ink-soft">{t('detail.assistedHidden')}</p>}
        </Section>
      )}
      {hasWords && (
        <Section title={t('detail.members')}>
          <DefinitionList
            items={[
              { term: t('fields.toolsUsed'), value: members.toolsUsed },
              { term: t('fields.lessons'), value: members.lessons },
              {
                term: t('fields.doNoHarm'),
                value:
                  members.doNoHarm &&
                  (members.doNoHarm.preciseIsSafe
                    ? `${t('form.exact')}: ${members.doNoHarm.why}`
                    : t('form.subregion')),
              },
              {
                term: t('detail.reasons'),
                value: members.publishReasons.length > 0 && (
                  <ul>
                    {members.publishReasons.map(({ code, field, reason }) => (
                      <li key={`${code}${field}`}>
                        <span className="text-ink-soft">{wordsAt(`activities.quality.${code}`, { words: '…' })}</span>{' '}
                        {reason}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function People({ people }: { people: MembersView['people'] }) {
  const t = useTranslations('activities')
  const codeName = useCodeName()
  const reader = useReader()
  const splitOf = (row: MembersView['people'][number]) =>
    [
      row.sex && codeName('sexes', row.sex),
      row.ageGroup && codeName('ageGroups', row.ageGroup),
      row.form && codeName('exploitationForms', row.form),
      row.audience && codeName('audiences', row.audience),
    ]
      .filter((part) => part !== null)
      .join(', ')
  return (
    <div className="max-w-2xl">
      <DataTable
        caption={t('detail.people')}
        density="dense"
        rows={people}
        rowKey={(row) => JSON.stringify(row)}
        columns={[
          { id: 'kind', header: t('form.peopleKind'), cell: (row) => t(`peopleKinds.${row.kind}`) },
          { id: 'split', header: t('detail.whom'), cell: (row) => splitOf(row) || t('detail.total') },
          {
            id: 'count',
            header: t('detail.count'),
            align: 'end',
            cell: (row) => formatNumber(reader, row.count),
          },
        ]}
      />
    </div>
  )
}
