import { anyCommands } from '@concert/api/testing/fund-model/commands'
import { playRun } from '@concert/api/testing/fund-model/run'
import fc from 'fast-check'
import type { Fault } from '../fault.ts'

const commandsInARun = 50

/** What officers may do, in any order, against a naive model of the fund and every invariant of the journal. */
export const modelRuns: Fault = {
  what: 'journal model',
  figure: ({ runs }) => `0 violations in ${runs} runs of ${commandsInARun} commands`,
  async run({ world, runs, minutes, seed, note }) {
    let played = 0
    let accepted = 0
    let refused = 0
    const property = fc.asyncProperty(anyCommands(commandsInARun), async (commands) => {
      const outcome = await playRun(world, commands)
      accepted += outcome.accepted
      refused += outcome.refused
      played += 1
      if (played % 50 === 0) note(`${played} of ${runs} runs`)
    })
    const details = await fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: minutes * 60_000 })
    if (details.failed) note(fc.defaultReportMessage(details) ?? 'failed')
    return {
      reached: `${details.failed ? 1 : 0} violations in ${details.numRuns} of ${runs} runs, ${accepted} commands accepted, ${refused} refused`,
      isReached: !details.failed && details.numRuns === runs,
    }
  },
}
