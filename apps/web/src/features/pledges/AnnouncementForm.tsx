import { earmarkings } from '@concert/domain/codelists'
import { inLocale } from '@concert/domain/locales'
import { type PledgeAnnouncement, pledgeKinds } from '@concert/domain/pledge'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Control, useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl/react'
import { DonorField } from '../../books/DonorField.tsx'
import { showInForm, useExplain, useIssueWords } from '../../errors.ts'
import { ButtonLink } from '../../layout/links.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { FormError } from '../../ui/form/FormError.tsx'
import { FormDateField, FormRadioGroup, FormSelect, FormTextArea } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { announcementForm, emptyAnnouncement, type TypedAnnouncement } from './announcement-form.ts'
import { InKindFields, MoneyFields, PolicyFields } from './KindFields.tsx'

export type AnnouncementControl = Control<TypedAnnouncement, unknown, PledgeAnnouncement>

/** What a donor announced: who, when and where, what, and on which terms. */
export function AnnouncementForm({ donorId }: { donorId: string | null }) {
  const t = useTranslations('pledges.form')
  const tPledges = useTranslations('pledges')
  const toast = useToast()
  const explain = useExplain()
  const navigate = useNavigate()
  const { mutateAsync: announce } = useMutation(trpc.pledges.announce.mutationOptions())
  const { control, handleSubmit, setError, setValue, formState } = useForm<
    TypedAnnouncement,
    unknown,
    PledgeAnnouncement
  >({
    resolver: zodResolver(announcementForm, { error: useIssueWords() }),
    defaultValues: emptyAnnouncement(donorId),
  })
  const kind = useWatch({ control, name: 'kind' })
  const submit = handleSubmit(async (announcement) => {
    try {
      const { reference } = await announce(announcement)
      toast({ tone: 'success', text: t('announced', { reference }) })
      await navigate({ to: paths.pledge, params: { reference } })
    } catch (error) {
      showInForm(explain(error), setError)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-12">
      <FormError control={control} />
      <Section title={t('who')}>
        <div className="flex flex-col gap-5">
          <DonorField control={control} name="donorId" />
          <FormDateField control={control} name="announcedOn" label={t('announcedOn')} isRequired />
          <MeetingField control={control} />
        </div>
      </Section>
      <Section title={t('what')}>
        <div className="flex flex-col gap-5">
          <FormRadioGroup
            control={control}
            name="kind"
            label={t('kind')}
            options={pledgeKinds.map((id) => ({
              id,
              name: tPledges(`kinds.${id}`),
              description: t(`kindLead.${id}`),
            }))}
          />
          {kind === 'money' && <MoneyFields control={control} setValue={setValue} />}
          {kind === 'in_kind' && <InKindFields control={control} />}
          {kind === 'policy' && <PolicyFields control={control} />}
        </div>
      </Section>
      <Section title={t('earmarking')} lead={t('earmarkingLead')}>
        <EarmarkingFields control={control} />
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isPending={formState.isSubmitting}>
          {t('announce')}
        </Button>
        <ButtonLink to={paths.bookedPledges}>{t('cancel')}</ButtonLink>
      </div>
    </form>
  )
}

function MeetingField({ control }: { control: AnnouncementControl }) {
  const t = useTranslations('pledges.form')
  const reader = useReader()
  const { data: meetings } = useSuspenseQuery(trpc.meetings.list.queryOptions())
  return (
    <FormSelect
      control={control}
      name="meetingId"
      label={t('meeting')}
      emptyOption={t('noMeeting')}
      options={meetings.map(({ id, title, startsOn, expectedYear }) => ({
        id,
        name: inLocale(title, reader),
        description: startsOn?.slice(0, 4) ?? String(expectedYear),
      }))}
    />
  )
}

function EarmarkingFields({ control }: { control: AnnouncementControl }) {
  const t = useTranslations('pledges.form')
  const tCodes = useTranslations('codes')
  const chosen = useWatch({ control, name: 'earmarking' })
  return (
    <div className="flex flex-col gap-5">
      <FormSelect
        control={control}
        name="earmarking"
        label={t('earmarking')}
        options={earmarkings.map((id) => ({ id, name: tCodes(`earmarkings.${id}`) }))}
      />
      {chosen !== 'unearmarked' && chosen !== 'not_specified' && (
        <FormTextArea control={control} name="earmarkingNote" label={t('earmarkingNote')} rows={2} maxLength={1000} />
      )}
    </div>
  )
}
