import { formatDate, formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DefinitionList } from '../../ui/DefinitionList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { AgendaPart, Minutes } from './AgendaPart.tsx'
import { Decisions } from './Decisions.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'

const route = getRouteApi(paths.agenda)
type Chosen = NonNullable<Answers['agenda']['read']['chosen']>

/** One meeting of the working group, from the state of things; a held one as it was. */
export function AgendaPage() {
  const t = useTranslations('agenda')
  const search = route.useSearch()
  const isCoordinator = useHasRole('coordinator')
  const { data } = useSuspenseQuery(trpc.agenda.read.queryOptions({ meeting: search.meeting }))
  const [isPlanning, setPlanning] = useState(false)
  const { chosen } = data
  const plan = isCoordinator && (
    <Button look={chosen ? 'secondary' : 'primary'} onClick={() => setPlanning(true)}>
      {t('plan.open')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      lead={<span className="print:hidden">{t('lead')}</span>}
      above={<CoordinationNavigation />}
      actions={chosen && plan}
    >
      {chosen ? (
        <Agenda key={chosen.meeting.id} chosen={chosen} meetings={data.meetings} />
      ) : (
        <EmptyState title={t('empty.title')} action={plan}>
          {t('empty.lead')}
        </EmptyState>
      )}
      {isPlanning && <MeetingDialog onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function Agenda({ chosen, meetings }: { chosen: Chosen; meetings: Answers['agenda']['read']['meetings'] }) {
  const t = useTranslations('agenda')
  const reader = useReader()
  const navigate = route.useNavigate()
  const isCoordinator = useHasRole('coordinator')
  const [dialog, setDialog] = useState<'change' | 'hold' | null>(null)
  const { meeting, state } = chosen
  const isHeld = meeting.heldAt !== null
  const mayEdit = isCoordinator && !isHeld
  const at = formatInstant(reader, state.asOf)
  return (
    <>
      <div className="flex flex-col gap-6">
        <div className="max-w-xl print:hidden">
          <Select
            label={t('meeting')}
            value={meeting.id}
            onChange={(id) => navigate({ search: { meeting: id ?? undefined } })}
            options={meetings.map(({ id, title, on }) => ({
              id,
              name: `${formatDate(reader, on, 'short')} · ${title}`,
            }))}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-2xl font-semibold" dir="auto">
            {meeting.title}
          </h2>
          <Badge tone={isHeld ? 'success' : 'accent'}>{isHeld ? t('held') : t('planned')}</Badge>
        </div>
        <DefinitionList
          items={[
            { term: t('facts.on'), value: formatDate(reader, meeting.on) },
            { term: t('facts.place'), value: meeting.place ? <bdi>{meeting.place}</bdi> : t('online') },
            { term: t('facts.chair'), value: meeting.chair?.acronym ?? t('facts.noChair') },
          ]}
        />
        {isHeld ? (
          <Callout>{t('frozen', { at })}</Callout>
        ) : (
          <p className="text-sm text-ink-soft">{t('asOf', { at })}</p>
        )}
        <div className="flex flex-wrap gap-3 print:hidden">
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <LinkButton href={`/api/coordination/agenda/${meeting.id}.docx?language=${reader}`} download>
            {t('download')}
          </LinkButton>
          {mayEdit && <Button onClick={() => setDialog('change')}>{t('plan.change')}</Button>}
          {mayEdit && <Button onClick={() => setDialog('hold')}>{t('hold.open')}</Button>}
        </div>
      </div>
      <Decisions meetingId={meeting.id} decisions={state.decisions} mayRecord={mayEdit}>
        <Minutes meetingId={meeting.id} section="decisions" note={meeting.notes.decisions} mayEdit={mayEdit} />
      </Decisions>
      {state.sections.map((section) => (
        <AgendaPart key={section.id} section={section}>
          <Minutes meetingId={meeting.id} section={section.id} note={meeting.notes[section.id]} mayEdit={mayEdit} />
        </AgendaPart>
      ))}
      {dialog === 'change' && <MeetingDialog meeting={meeting} onClose={() => setDialog(null)} />}
      {dialog === 'hold' && <HoldDialog id={meeting.id} onClose={() => setDialog(null)} />}
    </>
  )
}
