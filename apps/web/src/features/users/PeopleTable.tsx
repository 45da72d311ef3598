import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DeactivationDialog } from './DeactivationDialog.tsx'
import type { MadeLink } from './OneTimeLinkDialog.tsx'
import type { Person } from './PeoplePage.tsx'
import { PersonActions } from './PersonActions.tsx'
import { StandingDialog } from './StandingDialog.tsx'

const statusTones = { invited: 'accent', active: 'success', deactivated: 'neutral' } as const

export function PeopleTable({ people, onLink }: { people: readonly Person[]; onLink: (link: MadeLink) => void }) {
  const t = useTranslations('users')
  const [edited, setEdited] = useState<Person | null>(null)
  const [leaving, setLeaving] = useState<Person | null>(null)
  const columns: Column<Person>[] = [
    { id: 'name', header: t('fields.name'), cell: (person) => <NameCell person={person} /> },
    { id: 'agency', header: t('fields.agency'), cell: (person) => person.agency?.acronym ?? t('fields.noAgency') },
    {
      id: 'roles',
      header: t('fields.roles'),
      cell: (person) => person.roles.map((role) => t(`roles.${role}`)).join(', ') || t('fields.noRoles'),
    },
    {
      id: 'status',
      header: t('fields.status'),
      cell: (person) => <StatusBadge person={person} />,
    },
    {
      id: 'actions',
      header: t('admin.todo'),
      align: 'end',
      cell: (person) => <PersonActions person={person} onEdit={setEdited} onDeactivate={setLeaving} onLink={onLink} />,
    },
  ]
  return (
    <>
      <DataTable
        caption={t('admin.title')}
        columns={columns}
        rows={people}
        rowKey={(person) => person.id}
        density="dense"
      />
      {edited && <StandingDialog person={edited} onClose={() => setEdited(null)} />}
      {leaving && <DeactivationDialog person={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function NameCell({ person }: { person: Person }) {
  return (
    <>
      <span className="block" dir="auto">
        {person.name}
      </span>
      <bdi className="block text-sm font-normal break-all text-ink-soft">{person.email}</bdi>
    </>
  )
}

function StatusBadge({ person }: { person: Person }) {
  const t = useTranslations('users')
  if (person.isDemonstration && person.status !== 'deactivated') return <Badge>{t('admin.demonstration')}</Badge>
  return <Badge tone={statusTones[person.status]}>{t(`status.${person.status}`)}</Badge>
}
