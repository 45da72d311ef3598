import { today } from '@concert/domain/calendar-date'
import { formatDate } from '@concert/messages/format'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { FormDialog } from '../../books/FormDialog.tsx'
import { ToldNumbers } from '../../coordination/AssistanceTold.tsx'
import { useReader } from '../../locale.tsx'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormDateField } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { beginRelease, releaseForm } from './request-forms.ts'

/** What the public reads of requests, release by release; a coordinator adds one. */
export function Releases() {
  const t = useTranslations('requests')
  const reader = useReader()
  const isCoordinator = useHasRole('coordinator')
  const [isReleasing, setReleasing] = useState(false)
  const { data: releases } = useSuspenseQuery(trpc.requests.told.queryOptions())
  return (
    <Section
      title={t('release.title')}
      lead={t('told.lead')}
      actions={isCoordinator && <Button onClick={() => setReleasing(true)}>{t('release.make')}</Button>}
    >
      {releases.length === 0 && <p className="text-ink-soft">{t('told.none')}</p>}
      <ul className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        {releases.map(({ number, untilOn, told }) => (
          <li key={number}>
            <h3 className="mb-2 font-semibold">{t('told.release', { number, date: formatDate(reader, untilOn) })}</h3>
            <ToldNumbers told={told} number={number} />
          </li>
        ))}
      </ul>
      {isReleasing && <ReleaseDialog onClose={() => setReleasing(false)} />}
    </Section>
  )
}

function ReleaseDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('requests.release')
  const toast = useToast()
  const { mutateAsync: release } = useMutation(trpc.requests.release.mutationOptions())
  return (
    <FormDialog
      title={t('make')}
      lead={t('makeLead')}
      submit={t('make')}
      schema={releaseForm}
      begin={beginRelease(today())}
      send={async (known) => {
        const { number } = await release(known)
        toast({ tone: 'success', text: t('done', { number }) })
      }}
      onClose={onClose}
      isDanger
    >
      {({ control }) => (
        <>
          <FormDateField control={control} name="untilOn" label={t('untilOn')} isRequired />
          <Preview control={control} />
        </>
      )}
    </FormDialog>
  )
}

interface PreviewProps {
  control: Control<z.input<typeof releaseForm>, unknown, z.output<typeof releaseForm>>
}

function Preview({ control }: PreviewProps) {
  const t = useTranslations('requests.release')
  const typed = useWatch({ control, name: 'untilOn' }) ?? ''
  const isDay = typed >= '1990-01-01' && typed <= today()
  const { data } = useQuery(trpc.requests.previewRelease.queryOptions({ untilOn: typed }, { enabled: isDay }))
  if (!isDay || !data) return null
  return (
    <section aria-live="polite">
      <h3 className="mb-2 font-semibold">{t('preview')}</h3>
      {data.told === null ? <p>{t('tooFew')}</p> : <ToldNumbers told={data.told} number={null} />}
    </section>
  )
}
