import { codeKey } from '@concert/domain/codelists'
import { nextStages, type OutreachEntity, outreachStage, outreachStages } from '@concert/domain/outreach'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { IdentifyDialog } from './IdentifyDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'

const route = getRouteApi(paths.outreach)
const tones = {
  identified: 'neutral',
  contacted: 'accent',
  invited: 'accent',
  joined: 'success',
  declined: 'neutral',
} as const

/** Who could join the group, how far each is, and who takes the next step. */
export function OutreachPage() {
  const t = useTranslations('outreach')
  const { stage } = route.useSearch()
  const navigate = route.useNavigate()
  const isCoordinator = useHasRole('coordinator')
  const { data } = useSuspenseQuery(trpc.outreach.list.queryOptions())
  const [isAdding, setAdding] = useState(false)
  const [moving, setMoving] = useState<OutreachEntity | null>(null)
  const shown = data.filter((entity) => stage === undefined || entity.stage === stage)
  const add = isCoordinator && (
    <Button look="primary" onClick={() => setAdding(true)}>
      {t('identify.open')}
    </Button>
  )
  const setStage = (id: string | null) =>
    navigate({ search: { stage: outreachStage.safeParse(id).data }, replace: true })
  return (
    <Page title={t('title')} lead={t('lead')} above={<CoordinationNavigation />} actions={data.length > 0 && add}>
      {data.length === 0 ? (
        <EmptyState title={t('empty.title')} action={add}>
          {t('empty.lead')}
        </EmptyState>
      ) : (
        <div>
          <FilterBar
            active={stage === undefined ? 0 : 1}
            onClear={() => setStage(null)}
            result={t('found', { count: shown.length })}
          >
            <Select
              label={t('stage')}
              value={stage ?? null}
              onChange={setStage}
              emptyOption={t('anyStage')}
              options={outreachStages.map((id) => ({ id, name: t(`stages.${id}`) }))}
            />
          </FilterBar>
          <EntityTable entities={shown} onMove={isCoordinator ? setMoving : undefined} />
        </div>
      )}
      {isAdding && <IdentifyDialog onClose={() => setAdding(false)} />}
      {moving && <MoveDialog entity={moving} onClose={() => setMoving(null)} />}
    </Page>
  )
}

interface EntityTableProps {
  entities: readonly OutreachEntity[]
  onMove?: ((entity: OutreachEntity) => void) | undefined
}

function EntityTable({ entities, onMove }: EntityTableProps) {
  const t = useTranslations('outreach')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const day = (date: string) => formatDate(reader, date, 'short')
  const columns: Column<OutreachEntity>[] = [
    {
      id: 'entity',
      header: t('column.entity'),
      isRowHeader: true,
      cell: (entity) => (
        <>
          <bdi className="font-semibold">{entity.name}</bdi>
          <span className="block text-sm font-normal text-ink-soft">
            {tCodes(codeKey('agencyClasses', entity.class))}
          </span>
          {entity.mailbox && (
            <bdi className="block text-sm font-normal text-ink-soft" dir="ltr">
              {entity.mailbox}
            </bdi>
          )}
        </>
      ),
    },
    {
      id: 'stage',
      header: t('stage'),
      cell: (entity) => (
        <>
          <Badge tone={tones[entity.stage]}>{t(`stages.${entity.stage}`)}</Badge>{' '}
          {entity.agency && (
            <Link to={paths.agency} params={{ slug: entity.agency.slug }} className="link">
              {entity.agency.acronym}
            </Link>
          )}
        </>
      ),
    },
    {
      id: 'next',
      header: t('column.next'),
      cell: ({ nextStep, nextStepOwner, nextStepDueOn }) =>
        nextStep === null ? (
          <span className="text-ink-soft">{t('noStep')}</span>
        ) : (
          <>
            <bdi>{nextStep}</bdi>
            <span className="block text-sm text-ink-soft">
              {[nextStepOwner?.acronym, nextStepDueOn && t('due', { on: day(nextStepDueOn) })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ),
    },
    {
      id: 'history',
      header: t('history'),
      cell: ({ steps }) => (
        <Disclosure title={t('history')}>
          <ol className="space-y-2">
            {steps.map((step) => (
              <li key={`${step.stage} ${step.on}`}>
                <span className="font-medium">
                  {t(`stages.${step.stage}`)}, {day(step.on)}
                </span>
                <bdi className="block text-ink-soft">{step.note}</bdi>
              </li>
            ))}
          </ol>
        </Disclosure>
      ),
    },
  ]
  if (onMove) {
    columns.push({
      id: 'action',
      header: t('column.action'),
      align: 'end',
      cell: (entity) =>
        nextStages(entity.stage).length > 0 && (
          <Button size="small" onClick={() => onMove(entity)} aria-label={t('move.openRow', { name: entity.name })}>
            {t('move.open')}
          </Button>
        ),
    })
  }
  return <DataTable caption={t('title')} rows={entities} rowKey={({ id }) => id} columns={columns} />
}
