import { formatDate } from '@concert/messages/format'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { DayField, FormDialog } from '../../books/FormDialog.tsx'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { FormDateField, FormTextArea, FormTextField } from '../../ui/form/fields.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { OneRequest } from './RequestPage.tsx'
import { acceptanceForm, beginAcceptance, beginOffer, offerForm } from './request-forms.ts'

type Offer = OneRequest['offers'][number]

/** What agencies offered; a focal point offers for its own, a coordinator records what the State accepts. */
export function Offers({ page }: { page: OneRequest }) {
  const t = useTranslations('requests.offers')
  const mayOffer = useHasRole('focal_point')
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  const ours = me?.actor.kind === 'person' ? me.actor.agencyId : null
  const [isOffering, setOffering] = useState(false)
  const hasOffered = page.offers.some(({ agencyId, withdrawnAt }) => agencyId === ours && withdrawnAt === null)
  const offer = mayOffer && page.takesOffers && !hasOffered && (
    <Button look="primary" onClick={() => setOffering(true)}>
      {t('offer')}
    </Button>
  )
  return (
    <Section title={t('title')} actions={offer}>
      {page.offers.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {page.offers.map((one) => (
            <OfferItem key={one.id} offer={one} isOurs={mayOffer && one.agencyId === ours} isOpen={page.takesOffers} />
          ))}
        </ul>
      )}
      {isOffering && <OfferDialog reference={page.request.reference} onClose={() => setOffering(false)} />}
    </Section>
  )
}

function OfferItem({ offer, isOurs, isOpen }: { offer: Offer; isOurs: boolean; isOpen: boolean }) {
  const t = useTranslations('requests.offers')
  const reader = useReader()
  const toast = useToast()
  const explain = useExplain()
  const isCoordinator = useHasRole('coordinator')
  const [isAccepting, setAccepting] = useState(false)
  const withdraw = useMutation(
    trpc.requests.withdrawOffer.mutationOptions({
      onError: (error) => toast({ tone: 'danger', text: explain(error).sentence }),
    }),
  )
  const isStanding = offer.acceptedOn === null && offer.withdrawnAt === null
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium">
          <bdi>{offer.acronym}</bdi> {offer.withdrawnAt !== null && <Badge>{t('withdrawn')}</Badge>}
          {offer.acceptedOn !== null && (
            <Badge tone="success">{t('accepted', { date: formatDate(reader, offer.acceptedOn) })}</Badge>
          )}
        </p>
        <p dir="auto" className="break-words">
          {offer.what}
        </p>
        <p className="text-sm text-ink-soft" dir="auto">
          {[offer.fromOn && `${t('from')} ${formatDate(reader, offer.fromOn)}`, offer.note].filter(Boolean).join(' · ')}
        </p>
        {offer.activity && <LinkedActivity activity={offer.activity} acronym={offer.acronym} />}
      </div>
      {isStanding && isOurs && (
        <Button
          size="small"
          look="quiet"
          isPending={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: offer.id })}
        >
          {t('withdraw')}
        </Button>
      )}
      {isStanding && isOpen && isCoordinator && (
        <Button size="small" onClick={() => setAccepting(true)}>
          {t('accept')}
        </Button>
      )}
      {isAccepting && <AcceptanceDialog offer={offer} onClose={() => setAccepting(false)} />}
    </li>
  )
}

function LinkedActivity({ activity, acronym }: { activity: NonNullable<Offer['activity']>; acronym: string }) {
  const t = useTranslations('requests.offers')
  const { reference } = activity
  if (reference === null) return <p className="text-sm">{t('draft', { agency: acronym })}</p>
  return (
    <Link to={paths.activity} params={{ reference }} className="link figures">
      {reference}
    </Link>
  )
}

function OfferDialog({ reference, onClose }: { reference: string; onClose: () => void }) {
  const t = useTranslations('requests')
  const toast = useToast()
  const { mutateAsync: offer } = useMutation(trpc.requests.offer.mutationOptions())
  return (
    <FormDialog
      title={t('offers.offer')}
      lead={t('offers.offerLead')}
      submit={t('offers.offer')}
      schema={offerForm}
      begin={beginOffer()}
      send={async (known) => {
        await offer({ reference, ...known })
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormTextArea control={control} name="what" label={t('offers.what')} rows={3} maxLength={1000} isRequired />
          <FormDateField control={control} name="fromOn" label={t('offers.from')} />
          <FormTextArea control={control} name="note" label={t('offers.note')} rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  )
}

function AcceptanceDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const t = useTranslations('requests')
  const toast = useToast()
  const { mutateAsync: accept } = useMutation(trpc.requests.acceptOffer.mutationOptions())
  return (
    <FormDialog
      title={t('offers.accept')}
      lead={t('offers.acceptLead', { agency: offer.acronym })}
      submit={t('form.submit')}
      schema={acceptanceForm}
      begin={beginAcceptance()}
      send={async (known) => {
        await accept({ id: offer.id, ...known })
        toast({ tone: 'success', text: t('saved') })
      }}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <DayField control={control} />
          <FormTextField
            control={control}
            name="activity"
            label={t('offers.activity')}
            description={t('offers.activityLead')}
          />
          <FormTextArea control={control} name="note" label={t('offers.note')} rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  )
}
