import { nextStages, type OutreachEntity, outreachMove } from '@concert/domain/outreach'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { useAgencyOptions } from '../../coordination/use-agency-options.ts'
import { trpc } from '../../trpc.ts'
import { FormComboBox, FormRadioGroup, FormTextField } from '../../ui/form/fields.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { NextStepFields } from './NextStepFields.tsx'

/** The next stage of an entity, dated and noted; who joins names the agency that it is now. */
export function MoveDialog({ entity, onClose }: { entity: OutreachEntity; onClose: () => void }) {
  const t = useTranslations('outreach')
  const toast = useToast()
  const agencies = useAgencyOptions()
  const move = useMutation(trpc.outreach.move.mutationOptions())
  const [idempotencyKey] = useState(newKey)
  const stages = nextStages(entity.stage)
  return (
    <FormDialog
      title={t('move.openRow', { name: entity.name })}
      lead={t('move.lead')}
      submit={t('move.submit')}
      schema={outreachMove}
      begin={{
        id: entity.id,
        stage: stages[0],
        note: '',
        agencyId: null,
        memberFrom: '',
        nextStep: '',
        nextStepAgencyId: null,
        nextStepDueOn: null,
        idempotencyKey,
      }}
      send={async (known) => {
        await move.mutateAsync(known)
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control, watch }) => (
        <>
          <FormRadioGroup
            control={control}
            name="stage"
            label={t('stage')}
            options={stages.map((id) => ({ id, name: t(`stages.${id}`) }))}
          />
          {watch('stage') === 'joined' && (
            <>
              <FormComboBox
                control={control}
                name="agencyId"
                label={t('field.agency')}
                description={t('field.agencyLead')}
                options={agencies}
                isRequired
              />
              <FormTextField
                control={control}
                name="memberFrom"
                label={t('field.memberFrom')}
                description={t('field.memberFromLead')}
                maxLength={10}
              />
            </>
          )}
          <NextStepFields control={control} agencies={agencies} />
        </>
      )}
    </FormDialog>
  )
}
