import { type LetterRequest, letterKind } from '@concert/domain/letter'
import { locale } from '@concert/domain/locales'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { newKey } from '../../books/new-key.ts'
import { filtersOf } from '../../books/search-values.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { LetterSheet } from './LetterSheet.tsx'
import { SubjectFields } from './SubjectFields.tsx'
import { type NewLetterSearch, requestIn } from './search.ts'
import { languageOptions, useKindOptions } from './use-letter-words.ts'

/** A letter from the choice of its subject to the file; what is chosen stands in the address. */
export function WriteLetterPage() {
  const t = useTranslations('letters.form')
  const reader = useReader()
  const search: NewLetterSearch = filtersOf(useSearch({ from: paths.newLetter }))
  const navigate = useNavigate({ from: paths.newLetter })
  const request = requestIn(search, reader)
  const change = (changed: Partial<NewLetterSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...changed }), replace: true, resetScroll: false })
  return (
    <Page title={t('title')} lead={t('lead')} above={<BooksNavigation />}>
      <div className="grid items-start gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-5">
          <Select
            label={t('kind')}
            value={search.kind ?? null}
            onChange={(kind) => change({ kind: letterKind.safeParse(kind).data })}
            options={useKindOptions()}
            isRequired
          />
          {search.kind && <SubjectFields kind={search.kind} search={search} onChange={change} />}
          <Select
            label={t('language')}
            value={search.language ?? reader}
            onChange={(language) => change({ language: locale.safeParse(language).data })}
            options={languageOptions}
          />
        </div>
        <Section title={t('preview')}>
          {request ? (
            <Preview key={JSON.stringify(request)} request={request} />
          ) : (
            <EmptyState title={t('choose')}>{t('chooseLead')}</EmptyState>
          )}
        </Section>
      </div>
    </Page>
  )
}

function Preview({ request }: { request: LetterRequest }) {
  const t = useTranslations('letters.form')
  const explain = useExplain()
  const toast = useToast()
  const navigate = useNavigate()
  const [idempotencyKey] = useState(newKey)
  const { data: letter, error } = useQuery(trpc.letters.preview.queryOptions(request))
  const making = useMutation(
    trpc.letters.compose.mutationOptions({
      onSuccess: ({ reference }) => {
        toast({ tone: 'success', text: t('made', { reference }) })
        void navigate({ to: paths.letter, params: { reference } })
      },
      onError: (failure) => toast({ tone: 'danger', text: explain(failure).sentence }),
    }),
  )
  if (error) {
    const { sentence, reference } = explain(error)
    return (
      <ErrorMessage title={t('cannot')} reference={reference}>
        {sentence}
      </ErrorMessage>
    )
  }
  if (!letter) return <Skeleton lines={12} />
  return (
    <div className="grid gap-5">
      <div>
        <Button look="primary" isPending={making.isPending} onClick={() => making.mutate({ request, idempotencyKey })}>
          {t('make')}
        </Button>
      </div>
      <LetterSheet letter={letter} />
    </div>
  )
}
