import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Callout } from '../ui/Callout.tsx'
import { useSignatureWords } from './use-signature-words.ts'

/** What waits for a second officer on a pledge, payment or grant, or on an entry about it. */
export function PendingSignatures({
  about,
}: {
  about: { pledgeId: string } | { paymentId: string } | { grantId: string }
}) {
  const t = useTranslations('signatures')
  const whatOf = useSignatureWords()
  const { data } = useSuspenseQuery(trpc.signatures.list.queryOptions({ ...about, state: 'open' }))
  if (data.rows.length === 0) return null
  return (
    <Callout tone="warning" role="status" title={t('pending')}>
      <ul>
        {data.rows.map((asked) => (
          <li key={asked.id}>{t('askedFor', { what: whatOf(asked), name: asked.askedBy.name })}</li>
        ))}
      </ul>
      <Link to={paths.signatures} className="link">
        {t('openAll')}
      </Link>
    </Callout>
  )
}
