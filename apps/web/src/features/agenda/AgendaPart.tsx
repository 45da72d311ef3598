import { type AgendaSection, type AgendaSectionId, sectionNote } from '@concert/domain/agenda'
import { writeCell } from '@concert/messages/agenda-words'
import { formatNumber } from '@concert/messages/format'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import type { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormTextArea } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useWordsAt } from '../../words.ts'

/** What waits in one part of the group's work: the first rows, and how many more there are. */
export function AgendaPart({ section, children }: { section: AgendaSection; children: ReactNode }) {
  const t = useTranslations('agenda')
  const wordsAt = useWordsAt()
  const reader = useReader()
  const say = (key: string) => wordsAt(key) ?? key
  const { id, rows, columns, total, address } = section
  const title = t(`sections.${id}`)
  const more = id === 'round' ? 0 : total - rows.length
  return (
    <Section title={`${title} (${formatNumber(reader, total)})`}>
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('nothing')}</p>
      ) : (
        <DataTable
          caption={title}
          density="dense"
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns.map((column, index) => ({
            id: column,
            header: say(`agenda.columns.${column}`),
            cell: (row: AgendaSection['rows'][number]) => {
              const cell = row.cells[index]
              if (!cell) return null
              const words = writeCell(cell, reader, say)
              const isLinked = row.address !== null && index === Math.min(1, columns.length - 1)
              return isLinked && row.address !== null ? (
                <AddressLink address={row.address}>{words}</AddressLink>
              ) : (
                <bdi>{words}</bdi>
              )
            },
          }))}
        />
      )}
      {more > 0 && (
        <p className="mt-3 text-ink-soft">
          {t('more', { count: more })} {address && <AddressLink address={address}>{t('seeAll')}</AddressLink>}
        </p>
      )}
      {children}
    </Section>
  )
}

interface MinutesProps {
  meetingId: string
  section: AgendaSectionId
  note: string | undefined
  mayEdit: boolean
}

/** The coordinator's minutes of one part. */
export function Minutes({ meetingId, section, note = '', mayEdit }: MinutesProps) {
  const t = useTranslations('agenda')
  const toast = useToast()
  const explain = useExplain()
  const save = useMutation(trpc.agenda.note.mutationOptions())
  const { control, handleSubmit, setError, formState, reset } = useForm<
    z.input<typeof sectionNote>,
    unknown,
    z.output<typeof sectionNote>
  >({
    resolver: zodResolver(sectionNote, { error: useIssueWords() }),
    defaultValues: { meetingId, section, note, idempotencyKey: newKey() },
  })
  const written = note !== '' && (
    <div className={`mt-4 ${mayEdit ? 'hidden print:block' : ''}`}>
      <h3 className="font-semibold">{t('minutes')}</h3>
      <p className="whitespace-pre-line" dir="auto">
        {note}
      </p>
    </div>
  )
  if (!mayEdit) return written
  const submit = handleSubmit(async (typed) => {
    try {
      await save.mutateAsync(typed)
      reset({ ...typed, note: typed.note ?? '', idempotencyKey: newKey() })
      toast({ tone: 'success', text: t('minutesSaved') })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <>
      {written}
      <form onSubmit={submit} noValidate className="mt-6 grid max-w-3xl gap-3 print:hidden">
        <FormError control={control} />
        <FormTextArea
          control={control}
          name="note"
          label={t('minutesOf', { section: t(`sections.${section}`) })}
          rows={2}
          maxLength={4000}
        />
        <div>
          <Button type="submit" size="small" isPending={formState.isSubmitting} disabled={!formState.isDirty}>
            {t('minutesSave')}
          </Button>
        </div>
      </form>
    </>
  )
}
