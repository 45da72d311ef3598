import type { Codelist } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { numberFormat } from '@concert/messages/format'
import { formatMoney } from '@concert/messages/format-money'
import { useTranslations } from 'use-intl/react'
import { useCodeName, usePeriod } from '../../coordination/use-activity-words.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import type { ShownActivity } from './ActivityPage.tsx'

/** Who, where, when and what for, in two columns; what is not known is left out. */
export function ActivityFacts({ activity }: { activity: ShownActivity }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const codeName = useCodeName()
  const period = usePeriod()
  const named = (list: Codelist, codes: readonly string[]) =>
    codes.length > 0 && (
      <ul>
        {codes.map((code) => (
          <li key={code}>{codeName(list, code)}</li>
        ))}
      </ul>
    )
  return (
    <DefinitionList
      items={[
        { term: t('fields.lead'), value: activity.lead && <Agency agency={activity.lead} /> },
        {
          term: t('fields.partnerAgencyIds'),
          value: activity.partners.length > 0 && (
            <ul>
              {activity.partners.map((agency) => (
                <li key={agency.id}>
                  <Agency agency={agency} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: t('fields.otherPartners'),
          value: activity.otherPartners.length > 0 && (
            <ul>
              {activity.otherPartners.map(({ kind, name }) => (
                <li key={`${kind}${name}`}>
                  <bdi>{name}</bdi> <span className="text-ink-soft">({codeName('partnerKinds', kind)})</span>
                </li>
              ))}
            </ul>
          ),
        },
        { term: t('fields.places'), value: activity.places.length > 0 && <Places activity={activity} /> },
        { term: t('detail.when'), value: period(activity.startOn, activity.endOn) },
        { term: t('fields.kind'), value: activity.kind && codeName('activityKinds', activity.kind) },
        { term: t('fields.level'), value: activity.level && codeName('activityLevels', activity.level) },
        { term: t('fields.pillars'), value: named('pillars', activity.pillars) },
        { term: t('fields.sdgTargets'), value: named('sdgTargets', activity.sdgTargets) },
        { term: t('fields.forms'), value: named('exploitationForms', activity.forms) },
        { term: t('fields.audiences'), value: named('audiences', activity.audiences) },
        { term: t('fields.tags'), value: named('activityTags', activity.tags) },
        {
          term: t('fields.paragraphs'),
          value: activity.paragraphs.length > 0 && (
            <ul className="flex flex-wrap gap-x-4">
              {activity.paragraphs.map((number) => (
                <li key={number}>{t('list.paragraph', { number })}</li>
              ))}
            </ul>
          ),
        },
        {
          term: t('fields.budget'),
          value: activity.budget && (
            <>
              <span className="figures">{formatMoney(reader, activity.budget)}</span>{' '}
              <span className="text-sm text-ink-soft">{t('detail.budgetNote')}</span>
            </>
          ),
        },
        {
          term: t('fields.links'),
          value: activity.links.length > 0 && (
            <ul>
              {activity.links.map(({ url, label }) => (
                <li key={url}>
                  <a href={url} className="link break-words" rel="noreferrer" dir="auto">
                    {label || url}
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function Agency({ agency }: { agency: NonNullable<ShownActivity['lead']> }) {
  const reader = useReader()
  return (
    <AddressLink
      address={`/agencies/${agency.slug}`}
    >{`${inLocale(agency.names, reader)} (${agency.acronym})`}</AddressLink>
  )
}

function Places({ activity }: { activity: ShownActivity }) {
  const t = useTranslations('activities')
  const reader = useReader()
  const percent = numberFormat(reader, { style: 'percent', maximumFractionDigits: 4 })
  const told = activity.members?.publicPlaces ?? []
  const isCoarse = told.some(({ code }) => !activity.places.some((place) => place.code === code))
  return (
    <>
      <ul>
        {activity.places.map(({ code, iso3, names, percentage }) => (
          <li key={code}>
            <AddressLink address={`/places/${iso3 ?? code}`}>{inLocale(names, reader)}</AddressLink>
            {percentage !== null && <span className="figures text-ink-soft"> {percent.format(percentage / 100)}</span>}
          </li>
        ))}
      </ul>
      {isCoarse && (
        <p className="mt-1 text-sm text-ink-soft">
          {t('detail.coarse', { places: told.map(({ names }) => inLocale(names, reader)).join(' · ') })}
        </p>
      )}
    </>
  )
}
