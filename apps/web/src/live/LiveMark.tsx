import { formatInstant } from '@concert/messages/format'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../locale.tsx'
import { Badge } from '../ui/Badge.tsx'
import { followPublic } from './follow.ts'

/** Keeps the page's public figures live while it is shown, and says so when they are not. */
export function LiveMark({ asOf }: { asOf: string }) {
  const t = useTranslations('shell.live')
  const reader = useReader()
  const [isLive, setLive] = useState(true)
  useEffect(() => followPublic(reader, setLive), [reader])
  return (
    <div role="status" className="contents">
      {!isLive && <Badge tone="warning">{t('off', { time: formatInstant(reader, asOf) })}</Badge>}
    </div>
  )
}
