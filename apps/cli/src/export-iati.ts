import { parseArgs } from 'node:util'
import { exportIati, type IatiFileName } from '@concert/api/iati/export-files'
import { type Command, WrongUse } from './command.ts'

export const exportIatiCommand: Command = {
  name: 'export iati',
  summary: 'write what is public as an IATI 2.03 file to stdout',
  usage: `Usage: npm run --silent concert -- export iati [--fund | --organisation | --agency <slug>] > activities.xml

Writes the public activities, as anyone may read them, as one IATI 2.03 file. It is the file that the server
gives at /iati/activities.xml, and is written as it is read, however many activities there are.

Options:
  --fund           the trust fund with its grants instead (/iati/fund.xml)
  --organisation   the agencies that have an IATI identifier instead (/iati/organisation.xml)
  --agency         only activities that this agency leads: iom
  --help           print this

Example: npm run --silent concert -- export iati --agency iom > iom.xml

Exit codes: 0 done, 1 there is nothing public to write, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({
      args,
      options: { fund: { type: 'boolean' }, organisation: { type: 'boolean' }, agency: { type: 'string' } },
    })
    const { fund, organisation, agency } = values
    if ([fund, organisation, agency].filter(Boolean).length > 1) {
      throw new WrongUse('Choose one of --fund, --organisation and --agency.')
    }
    const file: IatiFileName = fund ? 'fund' : organisation ? 'organisation' : 'activities'
    let isEmpty = true
    for await (const chunk of exportIati(await context(), { file, agency })) {
      isEmpty = false
      await terminal.write(chunk)
    }
    if (isEmpty) terminal.note('There is nothing public to write.')
    return isEmpty ? 1 : 0
  },
}
