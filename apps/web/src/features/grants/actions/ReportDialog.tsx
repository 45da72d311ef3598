import { ageGroups, exploitationForms, sexes } from '@concert/domain/codelists'
import { type GrantReportRecord, reportKinds } from '@concert/domain/grant'
import type { GrantReport } from '@concert/domain/grant-views'
import { useMutation } from '@tanstack/react-query'
import { type Control, get, useFieldArray, useFormState } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { FormDialog } from '../../../books/FormDialog.tsx'
import { trpc } from '../../../trpc.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormCheckbox, FormDateField, FormNumberField, FormRadioGroup, FormSelect } from '../../../ui/form/fields.tsx'
import { beginReport, reportForm, type TypedReport } from './forms.ts'

interface ReportDialogProps {
  grantId: string
  /** Null for one that is not there yet; of one that is, kind and due date stay. */
  report: GrantReport | null
  onClose: () => void
}

type ReportControl = Control<TypedReport, unknown, GrantReportRecord>

/** A report that is due, or what came of it: counts only, nobody is described. */
export function ReportDialog({ grantId, report, onClose }: ReportDialogProps) {
  const t = useTranslations('grants.reports')
  const { mutateAsync: record } = useMutation(trpc.grants.recordReport.mutationOptions())
  return (
    <FormDialog
      title={report ? t('changeTitle', { kind: t(`kinds.${report.kind}`) }) : t('add')}
      lead={t('formLead')}
      submit={t('save')}
      size="wide"
      schema={reportForm}
      begin={beginReport(grantId, report)}
      send={async (told) => void (await record(told))}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          {!report && (
            <>
              <FormRadioGroup
                control={control}
                name="kind"
                label={t('kind')}
                options={reportKinds.map((id) => ({ id, name: t(`kinds.${id}`) }))}
              />
              <FormDateField control={control} name="dueOn" label={t('dueOn')} isRequired />
            </>
          )}
          <FormDateField control={control} name="receivedOn" label={t('receivedOn')} />
          <FormCheckbox control={control} name="accepted" label={t('accept')} />
          <FormNumberField
            control={control}
            name="assisted"
            label={t('assisted')}
            description={t('assistedLead')}
            minValue={0}
          />
          <PeopleFields control={control} />
        </>
      )}
    </FormDialog>
  )
}

function PeopleFields({ control }: { control: ReportControl }) {
  const t = useTranslations('grants.reports')
  const tCodes = useTranslations('codes')
  const { fields, append, remove } = useFieldArray({ control, name: 'people' })
  const { errors } = useFormState({ control })
  const refusal: unknown = get(errors, 'people.message') ?? get(errors, 'people.root.message')
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 font-medium">{t('people')}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid items-end gap-3 border-s-2 border-line ps-3 sm:grid-cols-2 lg:grid-cols-5">
          <FormSelect
            control={control}
            name={`people.${index}.sex`}
            label={t('sex')}
            options={sexes.map((id) => ({ id, name: tCodes(`sexes.${id}`) }))}
          />
          <FormSelect
            control={control}
            name={`people.${index}.ageGroup`}
            label={t('age')}
            options={ageGroups.map((id) => ({ id, name: tCodes(`ageGroups.${id}`) }))}
          />
          <FormSelect
            control={control}
            name={`people.${index}.form`}
            label={t('form')}
            options={exploitationForms.map((id) => ({ id, name: tCodes(`exploitationForms.${id}`) }))}
          />
          <FormNumberField
            control={control}
            name={`people.${index}.people`}
            label={t('count')}
            minValue={1}
            isRequired
          />
          <Button
            look="quiet"
            size="small"
            aria-label={t('removeRow', { number: String(index + 1) })}
            onClick={() => remove(index)}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => append({ sex: 'unknown', ageGroup: 'unknown', form: 'UNKNOWN', people: null })}
        >
          {t('addRow')}
        </Button>
      </div>
      {typeof refusal === 'string' && (
        <p role="alert" className="text-sm font-medium text-danger">
          {refusal}
        </p>
      )}
    </fieldset>
  )
}
