import { type DuePledge, maxReminders, type ReminderWindow } from '@concert/domain/letter'
import { type Locale, locale } from '@concert/domain/locales'
import { formatDate } from '@concert/messages/format'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { newKey } from '../../books/new-key.ts'
import { useMoney } from '../../books/use-money.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { lettersArchive } from './letter-files.ts'
import { languageOptions } from './use-letter-words.ts'

const tones: Record<ReminderWindow, 'danger' | 'warning' | 'neutral'> = {
  overdue: 'danger',
  today: 'warning',
  days_7: 'warning',
  days_30: 'neutral',
}

/** Whom to remind, and their reminders in one go. */
export function DueReminders() {
  const t = useTranslations('letters.due')
  const reader = useReader()
  const explain = useExplain()
  const { data: due } = useSuspenseQuery(trpc.letters.due.queryOptions({ locale: reader }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [language, setLanguage] = useState<Locale>(reader)
  const [key, setKey] = useState(newKey)
  const making = useMutation(
    trpc.letters.composeReminders.mutationOptions({
      onSuccess: () => {
        setChosen([])
        setKey(newKey())
      },
    }),
  )
  const pledges = due.map(({ reference }) => reference).filter((reference) => chosen.includes(reference))
  const choose = (reference: string, isChosen: boolean) => {
    setChosen(isChosen ? [...chosen, reference] : chosen.filter((other) => other !== reference))
    setKey(newKey())
  }
  const failure = making.error && explain(making.error)
  if (due.length === 0) return <p className="text-ink-soft">{t('empty')}</p>
  return (
    <div className="grid gap-5">
      {failure && <ErrorMessage reference={failure.reference}>{failure.sentence}</ErrorMessage>}
      {making.data && (
        <Callout tone="success" role="status" title={t('made', { count: making.data.references.length })}>
          <LinkButton size="small" href={lettersArchive(making.data.references)} download className="mt-2">
            {t('download')}
          </LinkButton>
        </Callout>
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Checkbox
          label={t('all')}
          value={pledges.length === due.length}
          onChange={(all) => {
            setChosen(all ? due.map(({ reference }) => reference).slice(0, maxReminders) : [])
            setKey(newKey())
          }}
        />
        <Select
          label={t('language')}
          value={language}
          onChange={(id) => setLanguage(locale.safeParse(id).data ?? reader)}
          options={languageOptions}
        />
        <Button
          look="primary"
          disabled={pledges.length === 0}
          isPending={making.isPending}
          onClick={() => making.mutate({ pledges, language, idempotencyKey: key })}
        >
          {t('make', { count: pledges.length })}
        </Button>
      </div>
      <DueTable due={due} chosen={pledges} onChoose={choose} />
    </div>
  )
}

interface DueTableProps {
  due: readonly DuePledge[]
  chosen: readonly string[]
  onChoose: (reference: string, isChosen: boolean) => void
}

function DueTable({ due, chosen, onChoose }: DueTableProps) {
  const t = useTranslations('letters')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={t('due.title')}
      density="dense"
      rows={due}
      rowKey={({ reference }) => reference}
      columns={[
        {
          id: 'pledge',
          header: t('due.pledge'),
          cell: ({ reference }) => (
            <Checkbox
              label={reference}
              value={chosen.includes(reference)}
              onChange={(isChosen) => onChoose(reference, isChosen)}
            />
          ),
        },
        {
          id: 'donor',
          header: t('due.donor'),
          cell: ({ reference, donorName }) => (
            <Link to={paths.pledge} params={{ reference }} className="link" dir="auto">
              {donorName ?? t('list.unnamed')}
            </Link>
          ),
        },
        {
          id: 'due_on',
          header: t('due.dueOn'),
          cell: ({ dueOn, window }) => (
            <span className="flex flex-wrap items-center gap-2">
              {formatDate(reader, dueOn, 'short')}
              <Badge tone={tones[window]}>{t(`due.windows.${window}`)}</Badge>
            </span>
          ),
        },
        { id: 'amount', header: t('due.amount'), align: 'end', cell: (row) => money.full(row.due) },
        {
          id: 'reminded',
          header: t('due.reminded'),
          cell: ({ remindedOn }) =>
            remindedOn ? (
              formatDate(reader, remindedOn, 'short')
            ) : (
              <span className="text-ink-soft">{t('due.never')}</span>
            ),
        },
      ]}
    />
  )
}
