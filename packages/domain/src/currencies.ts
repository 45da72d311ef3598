import { z } from 'zod'
import { type CalendarDate, compareDates } from './calendar-date.ts'

export interface Currency {
  /** Alphabetic code of ISO 4217. */
  code: string
  /** Numeric code, three digits. A successor may inherit it (ANG, XCG). */
  numeric: string
  /** Decimals of one unit; null for what nobody can pay in (metals, test codes, units of account). */
  minorUnits: number | null
  /** First day on which it was a currency; null when that was before the fund (2010). */
  activeFrom: CalendarDate | null
  /** First day on which it no longer was one; null while it is. */
  activeUntil: CalendarDate | null
}

type Row = readonly [
  code: string,
  numeric: string,
  minorUnits: number | null,
  activeFrom?: CalendarDate | null,
  activeUntil?: CalendarDate,
]

// ISO 4217 lists one and three, since the fund began in 2010. Our own, because what Intl knows of decimals differs.
// biome-ignore format: a table is read by its rows
const rows: readonly Row[] = [
  ['AED', '784', 2],
  ['AFN', '971', 2],
  ['ALL', '008', 2],
  ['AMD', '051', 2],
  ['ANG', '532', 2, null, '2025-07-01'],
  ['AOA', '973', 2],
  ['ARS', '032', 2],
  ['AUD', '036', 2],
  ['AWG', '533', 2],
  ['AZN', '944', 2],
  ['BAM', '977', 2],
  ['BBD', '052', 2],
  ['BDT', '050', 2],
  ['BGN', '975', 2, null, '2026-01-01'],
  ['BHD', '048', 3],
  ['BIF', '108', 0],
  ['BMD', '060', 2],
  ['BND', '096', 2],
  ['BOB', '068', 2],
  ['BOV', '984', 2],
  ['BRL', '986', 2],
  ['BSD', '044', 2],
  ['BTN', '064', 2],
  ['BWP', '072', 2],
  ['BYN', '933', 2, '2016-07-01'],
  ['BYR', '974', 0, null, '2017-01-01'],
  ['BZD', '084', 2],
  ['CAD', '124', 2],
  ['CDF', '976', 2],
  ['CHE', '947', 2],
  ['CHF', '756', 2],
  ['CHW', '948', 2],
  ['CLF', '990', 4],
  ['CLP', '152', 0],
  ['CNY', '156', 2],
  ['COP', '170', 2],
  ['COU', '970', 2],
  ['CRC', '188', 2],
  ['CUC', '931', 2, null, '2021-07-01'],
  ['CUP', '192', 2],
  ['CVE', '132', 2],
  ['CZK', '203', 2],
  ['DJF', '262', 0],
  ['DKK', '208', 2],
  ['DOP', '214', 2],
  ['DZD', '012', 2],
  ['EEK', '233', 2, null, '2011-01-01'],
  ['EGP', '818', 2],
  ['ERN', '232', 2],
  ['ETB', '230', 2],
  ['EUR', '978', 2],
  ['FJD', '242', 2],
  ['FKP', '238', 2],
  ['GBP', '826', 2],
  ['GEL', '981', 2],
  ['GHS', '936', 2],
  ['GIP', '292', 2],
  ['GMD', '270', 2],
  ['GNF', '324', 0],
  ['GTQ', '320', 2],
  ['GYD', '328', 2],
  ['HKD', '344', 2],
  ['HNL', '340', 2],
  ['HRK', '191', 2, null, '2023-01-01'],
  ['HTG', '332', 2],
  ['HUF', '348', 2],
  ['IDR', '360', 2],
  ['ILS', '376', 2],
  ['INR', '356', 2],
  ['IQD', '368', 3],
  ['IRR', '364', 2],
  ['ISK', '352', 0],
  ['JMD', '388', 2],
  ['JOD', '400', 3],
  ['JPY', '392', 0],
  ['KES', '404', 2],
  ['KGS', '417', 2],
  ['KHR', '116', 2],
  ['KMF', '174', 0],
  ['KPW', '408', 2],
  ['KRW', '410', 0],
  ['KWD', '414', 3],
  ['KYD', '136', 2],
  ['KZT', '398', 2],
  ['LAK', '418', 2],
  ['LBP', '422', 2],
  ['LKR', '144', 2],
  ['LRD', '430', 2],
  ['LSL', '426', 2],
  ['LTL', '440', 2, null, '2015-01-01'],
  ['LVL', '428', 2, null, '2014-01-01'],
  ['LYD', '434', 3],
  ['MAD', '504', 2],
  ['MDL', '498', 2],
  ['MGA', '969', 2],
  ['MKD', '807', 2],
  ['MMK', '104', 2],
  ['MNT', '496', 2],
  ['MOP', '446', 2],
  ['MRO', '478', 2, null, '2018-01-01'],
  ['MRU', '929', 2, '2018-01-01'],
  ['MUR', '480', 2],
  ['MVR', '462', 2],
  ['MWK', '454', 2],
  ['MXN', '484', 2],
  ['MXV', '979', 2],
  ['MYR', '458', 2],
  ['MZN', '943', 2],
  ['NAD', '516', 2],
  ['NGN', '566', 2],
  ['NIO', '558', 2],
  ['NOK', '578', 2],
  ['NPR', '524', 2],
  ['NZD', '554', 2],
  ['OMR', '512', 3],
  ['PAB', '590', 2],
  ['PEN', '604', 2],
  ['PGK', '598', 2],
  ['PHP', '608', 2],
  ['PKR', '586', 2],
  ['PLN', '985', 2],
  ['PYG', '600', 0],
  ['QAR', '634', 2],
  ['RON', '946', 2],
  ['RSD', '941', 2],
  ['RUB', '643', 2],
  ['RWF', '646', 0],
  ['SAR', '682', 2],
  ['SBD', '090', 2],
  ['SCR', '690', 2],
  ['SDG', '938', 2],
  ['SEK', '752', 2],
  ['SGD', '702', 2],
  ['SHP', '654', 2],
  ['SLE', '925', 2, '2022-04-01'],
  ['SLL', '694', 2, null, '2024-01-01'],
  ['SOS', '706', 2],
  ['SRD', '968', 2],
  ['SSP', '728', 2, '2011-07-18'],
  ['STD', '678', 2, null, '2018-01-01'],
  ['STN', '930', 2, '2018-01-01'],
  ['SVC', '222', 2],
  ['SYP', '760', 2],
  ['SZL', '748', 2],
  ['THB', '764', 2],
  ['TJS', '972', 2],
  ['TMT', '934', 2],
  ['TND', '788', 3],
  ['TOP', '776', 2],
  ['TRY', '949', 2],
  ['TTD', '780', 2],
  ['TWD', '901', 2],
  ['TZS', '834', 2],
  ['UAH', '980', 2],
  ['UGX', '800', 0],
  ['USD', '840', 2],
  ['USN', '997', 2],
  ['UYI', '940', 0],
  ['UYU', '858', 2],
  ['UYW', '927', 4, '2018-08-29'],
  ['UZS', '860', 2],
  ['VED', '926', 2, '2021-10-01'],
  ['VEF', '937', 2, null, '2018-08-20'],
  ['VES', '928', 2, '2018-08-20'],
  ['VND', '704', 0],
  ['VUV', '548', 0],
  ['WST', '882', 2],
  ['XAD', '396', 2],
  ['XAF', '950', 0],
  ['XAG', '961', null],
  ['XAU', '959', null],
  ['XBA', '955', null],
  ['XBB', '956', null],
  ['XBC', '957', null],
  ['XBD', '958', null],
  ['XCD', '951', 2],
  ['XCG', '532', 2, '2025-03-31'],
  ['XDR', '960', null],
  ['XOF', '952', 0],
  ['XPD', '964', null],
  ['XPF', '953', 0],
  ['XPT', '962', null],
  ['XSU', '994', null],
  ['XTS', '963', null],
  ['XUA', '965', null],
  ['XXX', '999', null],
  ['YER', '886', 2],
  ['ZAR', '710', 2],
  ['ZMK', '894', 2, null, '2013-01-01'],
  ['ZMW', '967', 2, '2013-01-01'],
  ['ZWG', '924', 2, '2024-06-25'],
  ['ZWL', '932', 2, null, '2024-09-01'],
]

const byCode: ReadonlyMap<string, Currency> = new Map(
  rows.map(([code, numeric, minorUnits, activeFrom = null, activeUntil = null]) => [
    code,
    { code, numeric, minorUnits, activeFrom, activeUntil },
  ]),
)

/** Every currency of the table, by code. */
export const currencies: readonly Currency[] = [...byCode.values()]

/** The code of a currency in which somebody can pay, today or in the past. */
export const currencyCode = z
  .string()
  .refine((code) => decimalsOrNull(code) !== null, { params: { code: 'fund.currency_unknown' } })

/** The currency with this code, or undefined. */
export function findCurrency(code: string): Currency | undefined {
  return byCode.get(code)
}

/** Whether `code` could be paid in on `date`: HRK until 31 December 2022, SLE from 1 April 2022. */
export function isActiveOn(code: string, date: CalendarDate): boolean {
  const currency = byCode.get(code)
  if (!currency || currency.minorUnits === null) return false
  if (currency.activeFrom !== null && compareDates(date, currency.activeFrom) < 0) return false
  return currency.activeUntil === null || compareDates(date, currency.activeUntil) < 0
}

/** The currencies that can be paid in on `date`, by code. */
export function currenciesOn(date: CalendarDate): Currency[] {
  return currencies.filter((currency) => isActiveOn(currency.code, date))
}

/** Decimals of one unit: 0 for JPY, 2 for USD, 3 for KWD. Throws RangeError for an unknown code. */
export function decimalsOf(code: string): number {
  const decimals = decimalsOrNull(code)
  if (decimals === null) throw new RangeError(`${code} is no currency that can be paid in`)
  return decimals
}

function decimalsOrNull(code: string): number | null {
  return byCode.get(code)?.minorUnits ?? null
}
