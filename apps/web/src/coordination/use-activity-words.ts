import type { ActivityDraft } from '@concert/domain/activity'
import type { DraftField } from '@concert/domain/activity-merge'
import type { Codelist } from '@concert/domain/codelists'
import { formatDate, formatNumber, numberFormat } from '@concert/messages/format'
import { formatMoney } from '@concert/messages/format-money'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { trpc } from '../trpc.ts'
import { useWordsAt } from '../words.ts'

/** The name of a code in the reader's language; the code itself where the catalogue has none. */
export function useCodeName(): (list: Codelist, code: string) => string {
  const wordsAt = useWordsAt()
  return (list, code) => wordsAt(`codes.${list}.${code.replace('.', '_')}`) ?? code
}

/** From when to when, in words. */
export function usePeriod(): (startOn: string | null, endOn: string | null) => string {
  const t = useTranslations('activities')
  const reader = useReader()
  return (startOn, endOn) => {
    const [start, end] = [startOn && formatDate(reader, startOn, 'short'), endOn && formatDate(reader, endOn, 'short')]
    if (start && end) return start === end ? start : t('period', { start, end })
    if (start) return t('periodOpen', { start })
    return end ? t('periodUntil', { end }) : t('noDates')
  }
}

/** The name of a language by its tag, in the reader's language. */
export function useLanguageName(): (tag: string | null) => string {
  const t = useTranslations('activities.form')
  const names = new Intl.DisplayNames([useReader()], { type: 'language', fallback: 'none' })
  return (tag) => (tag === null ? t('noLanguage') : (names.of(tag) ?? t('otherLanguage', { tag })))
}

/** What a field of a draft holds, in words: for histories and for two edits that meet. */
export function useFieldText(): (field: DraftField, draft: ActivityDraft) => string {
  const t = useTranslations('activities')
  const reader = useReader()
  const codeName = useCodeName()
  const languageName = useLanguageName()
  const { data: agencies = [] } = useQuery(trpc.agencies.options.queryOptions())
  const { data: places = [] } = useQuery(trpc.places.list.queryOptions({ locale: reader }))
  const agencyName = (id: string) => agencies.find((agency) => agency.id === id)?.acronym ?? id
  const placeName = (code: string) => places.find((place) => place.code === code)?.name ?? code
  const percent = (value: number) =>
    numberFormat(reader, { style: 'percent', maximumFractionDigits: 4 }).format(value / 100)
  const list = (codelist: Codelist, codes: readonly string[]) =>
    codes.map((code) => codeName(codelist, code)).join('; ')
  const narratives = (texts: ActivityDraft['title']) =>
    texts.map(({ language, text }) => `${languageName(language)}: ${text}`).join('\n')

  return (field, draft) => {
    switch (field) {
      case 'title':
      case 'description':
        return narratives(draft[field])
      case 'partnerAgencyIds':
        return draft.partnerAgencyIds.map(agencyName).join('; ')
      case 'otherPartners':
        return draft.otherPartners.map(({ kind, name }) => `${name} (${codeName('partnerKinds', kind)})`).join('; ')
      case 'kind':
        return draft.kind ? codeName('activityKinds', draft.kind) : ''
      case 'level':
        return draft.level ? codeName('activityLevels', draft.level) : ''
      case 'status':
        return t(`statuses.${draft.status}`)
      case 'places':
        return draft.places
          .map(({ code, percentage }) => placeName(code) + (percentage === null ? '' : ` ${percent(percentage)}`))
          .join('; ')
      case 'pillars':
        return list('pillars', draft.pillars)
      case 'sdgTargets':
        return list('sdgTargets', draft.sdgTargets)
      case 'forms':
        return list('exploitationForms', draft.forms)
      case 'audiences':
        return list('audiences', draft.audiences)
      case 'tags':
        return list('activityTags', draft.tags)
      case 'paragraphs':
        return draft.paragraphs.join('; ')
      case 'startOn':
      case 'endOn': {
        const date = draft[field]
        return date ? formatDate(reader, date) : ''
      }
      case 'people':
        return draft.people.map((row) => `${peopleWords(row)}: ${formatNumber(reader, row.count)}`).join('\n')
      case 'budget':
        return draft.budget ? formatMoney(reader, draft.budget) : ''
      case 'toolsUsed':
      case 'lessons':
        return draft[field] ?? ''
      case 'links':
        return draft.links.map(({ url, label }) => `${label} ${url}`.trim()).join('\n')
      case 'doNoHarm':
        if (!draft.doNoHarm) return ''
        return draft.doNoHarm.preciseIsSafe ? `${t('form.exact')} ${draft.doNoHarm.why}` : t('form.subregion')
    }
  }

  function peopleWords(row: ActivityDraft['people'][number]): string {
    const split = [
      row.sex && codeName('sexes', row.sex),
      row.ageGroup && codeName('ageGroups', row.ageGroup),
      row.form && codeName('exploitationForms', row.form),
      row.audience && codeName('audiences', row.audience),
    ].filter((part) => part !== null)
    return [t(`peopleKinds.${row.kind}`), ...split].join(', ')
  }
}
