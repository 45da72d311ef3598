import type { PledgeStory } from '@concert/domain/fund-views'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { trpc } from '../../../trpc.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Section } from '../../../ui/Section.tsx'
import { FormalisationForm } from '../FormalisationForm.tsx'
import { actionsFor, type PledgeAction, pledgeActions } from './actions.ts'
import { ChangeAnnouncementDialog } from './ChangeAnnouncementDialog.tsx'
import { MeetConditionDialog } from './MeetConditionDialog.tsx'
import { IncreaseDialog, ReduceDialog, WithdrawDialog, WriteOffDialog } from './SumDialogs.tsx'

export interface ActionDialogProps {
  pledge: PledgeStory
  onClose: () => void
}

const dialogs: Record<PledgeAction, ComponentType<ActionDialogProps>> = {
  change: ChangeAnnouncementDialog,
  meetCondition: MeetConditionDialog,
  increase: IncreaseDialog,
  reduce: ReduceDialog,
  withdraw: WithdrawDialog,
  writeOff: WriteOffDialog,
}

/** What can happen next to a pledge: formalising it, and whatever else the donor or the fund decides. */
export function PledgeActions({ pledge }: { pledge: PledgeStory }) {
  const t = useTranslations('pledges')
  const [isFormalising, setFormalising] = useState(false)
  const [action, setAction] = useState<PledgeAction | null>(null)
  const mayFormalise = pledge.notYetFormalised !== null && pledge.notYetFormalised.amountMinor > 0
  const { data: waiting } = useSuspenseQuery(trpc.signatures.list.queryOptions({ pledgeId: pledge.id, state: 'open' }))
  const isAsked = waiting.rows.some(({ kind }) => kind === 'write_off')
  const actions = actionsFor(pledge).filter((one) => one !== 'writeOff' || !isAsked)
  if (!mayFormalise && actions.length === 0) return null
  const ActionDialog = action && dialogs[action]
  return (
    <Section
      title={isFormalising ? t('formalise.title') : t('actions.title')}
      lead={isFormalising || mayFormalise ? t('formalise.lead') : t('actions.lead')}
    >
      {isFormalising && mayFormalise ? (
        <FormalisationForm pledge={pledge} onDone={() => setFormalising(false)} />
      ) : (
        <div className="flex flex-wrap gap-3">
          {mayFormalise && (
            <Button look="primary" onClick={() => setFormalising(true)}>
              {t('formalise.begin')}
            </Button>
          )}
          {actions.length > 0 && (
            <Menu
              label={t('actions.menu')}
              items={actions.map((id) => ({ id, name: t(`actions.${id}.name`), description: t(`actions.${id}.lead`) }))}
              onAction={(id) => setAction(pledgeActions.find((one) => one === id) ?? null)}
            />
          )}
        </div>
      )}
      {ActionDialog && <ActionDialog pledge={pledge} onClose={() => setAction(null)} />}
    </Section>
  )
}
