import type { GrantStory } from '@concert/domain/grant-views'
import { type ComponentType, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../../../ui/Button.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Section } from '../../../ui/Section.tsx'
import { actionsFor, type GrantAction, grantActions } from './actions.ts'
import { AdviceDialog, AwardDialog, DecideDialog, VisibilityDialog } from './DecisionDialogs.tsx'
import { CutDialog, DisburseDialog, RefundDialog } from './MoneyDialogs.tsx'

export interface ActionDialogProps {
  grant: GrantStory
  onClose: () => void
}

const dialogs: Record<GrantAction, ComponentType<ActionDialogProps>> = {
  advise: AdviceDialog,
  decide: DecideDialog,
  award: AwardDialog,
  disburse: DisburseDialog,
  refund: RefundDialog,
  cut: CutDialog,
  visibility: VisibilityDialog,
}

/** What can happen next to a grant: the likeliest step first, the others behind one button. */
export function GrantActions({ grant }: { grant: GrantStory }) {
  const t = useTranslations('grants.actions')
  const [action, setAction] = useState<GrantAction | null>(null)
  const [first, ...others] = actionsFor(grant)
  const ActionDialog = action && dialogs[action]
  return (
    <Section title={t('title')} lead={first && t(`${first}.lead`)}>
      <div className="flex flex-wrap gap-3">
        {first && (
          <Button look="primary" onClick={() => setAction(first)}>
            {t(`${first}.name`)}
          </Button>
        )}
        {others.length > 0 && (
          <Menu
            label={t('menu')}
            items={others.map((id) => ({ id, name: t(`${id}.name`), description: t(`${id}.lead`) }))}
            onAction={(id) => setAction(grantActions.find((one) => one === id) ?? null)}
          />
        )}
      </div>
      {ActionDialog && <ActionDialog grant={grant} onClose={() => setAction(null)} />}
    </Section>
  )
}
