import { exampleBankList } from '@concert/exchange/bank-list/read-bank-list'
import { exampleExtract } from '@concert/exchange/extract/read-extract'
import { exampleObservationFile } from '@concert/exchange/indicators/read-observation-file'
import { exampleMeetingRateFile, exampleRateFile } from '@concert/exchange/rates/read-rate-file'

/** Files to start from, by name: each import page offers the one that it reads. */
export const exampleFiles: Readonly<Record<string, () => Uint8Array>> = {
  'bank-list.csv': exampleBankList,
  'extract.csv': exampleExtract,
  'observations.csv': exampleObservationFile,
  'rates.csv': exampleRateFile,
  'meeting-rates.csv': exampleMeetingRateFile,
}
