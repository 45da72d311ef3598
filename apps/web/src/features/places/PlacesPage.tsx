import { type PlaceOption, searchPlaces } from '@concert/domain/place'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Footnotes } from './Footnotes.tsx'
import { PlaceLinks } from './PlaceLinks.tsx'

const route = getRouteApi(paths.places)

/** Every country and region by name; what was typed stands in the URL. */
export function PlacesPage() {
  const t = useTranslations('places')
  const reader = useReader()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: places } = useSuspenseQuery(trpc.places.list.queryOptions({ locale: reader }, { staleTime: 3_600_000 }))
  const text = useDeferredValue(q)
  const found = searchPlaces(places, text)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="w-full max-w-md">
          <TextField
            label={t('search')}
            type="search"
            value={q}
            onChange={(typed) => navigate({ search: { q: typed || undefined }, replace: true })}
          />
        </div>
        {text !== '' && (
          <p role="status" className="figures pb-2 text-ink-soft">
            {t('found', { count: found.length })}
          </p>
        )}
      </div>
      {text === '' ? (
        <Regions places={places} />
      ) : found.length === 0 ? (
        <EmptyState title={t('noneFound', { text })}>{t('noneFoundLead')}</EmptyState>
      ) : (
        <PlaceLinks places={found} />
      )}
      <Footnotes places={text === '' ? places : found} />
    </Page>
  )
}

function Regions({ places }: { places: readonly PlaceOption[] }) {
  const regions = places.filter(({ level }) => level === 'region')
  const byCode = new Map(places.map((place) => [place.code, place]))
  const regionOf = (place: PlaceOption): string | undefined => {
    const parent = place.parentCode === null ? undefined : byCode.get(place.parentCode)
    return parent?.level === 'region' ? parent.code : parent && regionOf(parent)
  }
  const elsewhere = places.filter((place) => place.level === 'country' && regionOf(place) === undefined)
  return (
    <>
      {regions.map((region) => (
        <Section
          key={region.code}
          title={region.name}
          lead={
            <PlaceLinks
              places={[
                region,
                ...places.filter((place) => place.level === 'subregion' && regionOf(place) === region.code),
              ]}
              isInline
            />
          }
        >
          <PlaceLinks places={places.filter((place) => place.level === 'country' && regionOf(place) === region.code)} />
        </Section>
      ))}
      <PlaceLinks places={elsewhere} />
    </>
  )
}
