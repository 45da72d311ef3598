import { today } from '@concert/domain/calendar-date'
import { reserveSetting } from '@concert/domain/grant-decisions'
import type { AwardGround } from '@concert/domain/grant-views'
import { formatDate, formatInstant } from '@concert/messages/format'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { FormDialog, ReasonField, SumField } from '../../books/FormDialog.tsx'
import { newKey } from '../../books/new-key.ts'
import { typedAmountOrNone, typedAmountShape, typedDate, typedText } from '../../books/typed-values.ts'
import { useMoney } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { FormDateField } from '../../ui/form/fields.tsx'

/** An amount of nothing ends the reserve, as an empty one does. */
const reserveForm = z
  .object({ from: z.string().nullable(), amount: typedAmountShape, reason: z.string(), idempotencyKey: z.string() })
  .pipe(z.object({ from: typedDate, amount: typedAmountOrNone, reason: typedText(500), idempotencyKey: z.uuid() }))
  .transform(({ amount, ...reserve }) => ({ ...reserve, usdMinor: amount?.amountMinor ?? 0 }))
  .pipe(reserveSetting)

interface ReserveDialogProps {
  reserves: AwardGround['reserves']
  onClose: () => void
}

/** What is kept back from awards from a day on. Earlier reserves stay in the list. */
export function ReserveDialog({ reserves, onClose }: ReserveDialogProps) {
  const t = useTranslations('grants.free')
  const { mutateAsync: set } = useMutation(trpc.grants.setReserve.mutationOptions())
  return (
    <FormDialog
      title={t('setReserve')}
      lead={t('reserveLead')}
      submit={t('submit')}
      schema={reserveForm}
      begin={{ from: today(), amount: { text: '', currency: 'USD' }, reason: '', idempotencyKey: newKey() }}
      send={async (reserve) => void (await set(reserve))}
      onClose={onClose}
    >
      {({ control }) => (
        <>
          <FormDateField control={control} name="from" label={t('from')} isRequired />
          <SumField control={control} label={t('amount')} currency="USD" />
          <ReasonField control={control} />
          {reserves.length > 0 && <EarlierReserves reserves={reserves} />}
        </>
      )}
    </FormDialog>
  )
}

function EarlierReserves({ reserves }: { reserves: AwardGround['reserves'] }) {
  const t = useTranslations('grants.free')
  const reader = useReader()
  const money = useMoney()
  return (
    <DataTable
      caption={t('earlier')}
      density="dense"
      rows={reserves}
      rowKey={({ at }) => at}
      columns={[
        { id: 'from', header: t('from'), cell: ({ from }) => formatDate(reader, from, 'short') },
        { id: 'amount', header: t('amount'), align: 'end', cell: ({ usdMinor }) => money.usd(usdMinor) },
        {
          id: 'reason',
          header: t('why'),
          cell: ({ reason, by, at }) => (
            <>
              <bdi>{reason}</bdi>
              <span className="block text-sm text-ink-soft">
                <bdi>{by}</bdi>, {formatInstant(reader, at)}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}
