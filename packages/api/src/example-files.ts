import { exampleMeetingRateFile, exampleRateFile } from '@concert/exchange/rates/read-rate-file'

/** Files to start from, by name: each import page offers the one that it reads. */
export const exampleFiles: Readonly<Record<string, () => Uint8Array>> = {
  'rates.csv': exampleRateFile,
  'meeting-rates.csv': exampleMeetingRateFile,
}
