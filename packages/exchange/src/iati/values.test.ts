import { describe, expect, test } from 'vitest'
import { activities, activity, codes, text, transaction } from './testing.ts'

describe('values', () => {
  const amounts = async (inside: string) => {
    const file = await text(activities(activity(inside)))
    return file.activities[0]?.activity.transactions.map((each) => each.amount.amountMinor)
  }

  test('are exact minor units, rounded half away from zero where they have too many decimals', async () => {
    expect(
      await amounts(['0.005', '-0.005', '0.0049', '.5', '+7.', '-0.001'].map((value) => transaction(value)).join('')),
    ).toEqual([1, -1, 0, 50, 700, 0])
    expect(await amounts(transaction('1.2345', 'KWD'))).toEqual([1235])
    expect(await amounts(transaction('9007199254740993'))).toEqual([])
  })

  test.each(['1,000.00', '1 000', '1e3', '', '٣', '0x10', '1.0.0'])('refuse %j rather than guess', async (value) => {
    const file = await text(activities(activity(transaction(value))))
    expect(codes(file)).toEqual(['all_refused', 'value_invalid'])
  })

  test.each(['2024-02-30', '2024-13-01', '24-01-01', '2024-1-1', '01/02/2024', '2024-01-01T00:00:00Z', ''])(
    'refuse the date %j',
    async (date) => {
      const file = await text(activities(activity(`<activity-date type="1" iso-date="${date}"/>`)))
      expect(codes(file)).toEqual(['all_refused', 'date_invalid'])
    },
  )

  test('of a split stay unknown when a percentage is missing, off by more than rounding or out of range', async () => {
    const split = async (...percentages: string[]) => {
      const sectors = percentages.map((each, i) => `<sector vocabulary="1" code="1516${i}" ${each}/>`).join('')
      const file = await text(activities(activity(sectors)))
      const finding = file.findings.find((each) => each.code.startsWith('percentage'))
      return [finding?.code, file.activities[0]?.activity.sectors.map((sector) => sector.percentage)]
    }
    expect(await split('', '')).toEqual(['percentage_missing', [null, null]])
    expect(await split('percentage="50"', 'percentage="40"')).toEqual(['percentage_sum', [null, null]])
    expect(await split('percentage="150"', 'percentage="-50"')).toEqual(['percentage_out_of_range', [null, null]])
    expect(await split('percentage="33.33"', 'percentage="66.66"')).toEqual(['percentage_rounded', [33.33, 66.67]])
    expect(await split('percentage="33.3333333"', 'percentage="66.6666667"')).toEqual([undefined, [33.33, 66.67]])
  })

  test('of places that pass the whole leave the region as context', async () => {
    const places = '<recipient-country code="KE" percentage="100"/><recipient-region code="1027" percentage="100"/>'
    const file = await text(activities(activity(places)))
    expect(codes(file)).toEqual(['places_over_whole'])
    expect(file.activities[0]?.activity).toMatchObject({
      countries: [{ code: 'KE', percentage: 100 }],
      regions: [{ code: '1027', m49: '014', percentage: null }],
    })
  })
})
