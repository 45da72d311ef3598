import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useSignatureWords } from '../../books/use-signature-words.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

const shown = 5

/** What another officer asked and this one may confirm; nothing where nothing waits. */
export function WaitingSignatures() {
  const t = useTranslations('signatures')
  const reader = useReader()
  const whatOf = useSignatureWords()
  const { data: waiting } = useSuspenseQuery(trpc.signatures.waiting.queryOptions())
  const { data: open } = useSuspenseQuery(trpc.signatures.list.queryOptions({ state: 'open' }))
  const { data: session } = useSuspenseQuery(trpc.session.me.queryOptions())
  const mine = session.actor.kind === 'person' ? session.actor.userId : null
  if (waiting === 0) return null
  const forMe = open.rows.filter(({ askedBy }) => askedBy.id !== mine).slice(0, shown)
  return (
    <Section
      title={t('waitingForYou', { count: waiting })}
      lead={t('openLead')}
      actions={
        <Link to={paths.signatures} className="link">
          {t('openAll')}
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {forMe.map((asked) => (
          <li key={asked.id} className="py-2">
            <span className="font-medium">{whatOf(asked)}</span>
            <span className="block text-sm text-ink-soft">
              {t('askedBy', { name: asked.askedBy.name, at: formatInstant(reader, asked.askedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
