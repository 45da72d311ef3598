import type { LetterComparison, LetterRow } from '@concert/domain/letter'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { useRefusalWords } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { ownNames, useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { LetterSheet } from './LetterSheet.tsx'
import { letterFile } from './letter-files.ts'
import { useAbout } from './use-letter-words.ts'

/** One letter as it was made, and whether it would read the same today. */
export function LetterPage() {
  const t = useTranslations('letters')
  const { reference } = useParams({ from: paths.letter })
  const { data: letter } = useSuspenseQuery(trpc.letters.get.queryOptions({ reference, locale: useReader() }))
  return (
    <Page
      title={t(`kinds.${letter.kind}`)}
      lead={<span className="figures text-base">{reference}</span>}
      above={<BooksNavigation />}
      actions={
        <>
          <LinkButton look="primary" href={letterFile(reference)} download>
            {t('letter.download')}
          </LinkButton>
          <ButtonLink to={paths.newLetter} search={searchOf(letter)}>
            {t('letter.writeAgain')}
          </ButtonLink>
        </>
      }
    >
      <Comparison comparison={letter.comparison} />
      <Section title={t('letter.asMade')} lead={t('letter.asMadeLead')}>
        <div className="max-w-4xl">
          <LetterSheet letter={letter.written} />
        </div>
      </Section>
      <Section title={t('letter.facts')}>
        <Facts letter={letter} />
      </Section>
    </Page>
  )
}

function Comparison({ comparison: { state, refusal, now } }: { comparison: LetterComparison }) {
  const t = useTranslations('letters.letter')
  const refusalWords = useRefusalWords()
  if (state === 'same') return <p className="text-ink-soft">{t('same')}</p>
  if (refusal) {
    return (
      <Callout tone="warning" title={t('refused')}>
        {refusalWords(refusal.code, refusal.params)}
      </Callout>
    )
  }
  return (
    <div className="grid gap-3">
      <Callout tone="warning" title={t('differs')}>
        {t('differsLead')}
      </Callout>
      {now && (
        <Disclosure title={t('now')}>
          <div className="max-w-4xl">
            <LetterSheet letter={now} />
          </div>
        </Disclosure>
      )}
    </div>
  )
}

function Facts({ letter }: { letter: LetterRow }) {
  const t = useTranslations('letters')
  const reader = useReader()
  const about = useAbout()
  const { donorId, donorName, language, madeAt, madeBy, sha256, templateVersion } = letter
  return (
    <DefinitionList
      items={[
        {
          term: t('letter.donor'),
          value: (
            <Link to={paths.bookedDonor} params={{ id: donorId }} className="link" dir="auto">
              {donorName ?? t('list.unnamed')}
            </Link>
          ),
        },
        { term: t('letter.about'), value: <bdi className="figures">{about(letter)}</bdi> },
        { term: t('form.language'), value: ownNames[language] },
        { term: t('letter.madeOn'), value: formatInstant(reader, madeAt) },
        { term: t('letter.madeBy'), value: madeBy },
        {
          term: t('letter.template'),
          value:
            templateVersion === 0
              ? t('letter.defaultWording')
              : t('letter.ownWording', { version: String(templateVersion) }),
        },
        { term: t('letter.checksum'), value: <code className="text-sm break-all">{sha256}</code> },
      ]}
    />
  )
}

function searchOf({ kind, language, pledge, payment, donorId, from, until }: LetterRow) {
  if (pledge !== null) return { kind, language, pledge }
  if (payment !== null) return { kind, language, payment }
  if (kind === 'yearly_report') return { kind, language, donorId, year: Number(from?.slice(0, 4)) }
  return { kind, language, donorId, from: from ?? undefined, until: until ?? undefined }
}
