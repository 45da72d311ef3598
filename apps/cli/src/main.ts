import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type OpenConcert, openConcert } from '@concert/api/open-concert'
import { sentenceOf } from '@concert/api/sentences'
import { readSettings } from '@concert/api/settings'
import { OperatorError } from '@concert/db/operator-error'
import { DomainError } from '@concert/domain/errors'
import { type Command, type Environment, type Terminal, WrongUse } from './command.ts'
import { commands } from './commands.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const terminal: Terminal = {
  print: (line) => process.stdout.write(`${line}\n`),
  write: async (part) => {
    if (!process.stdout.write(part)) await once(process.stdout, 'drain')
  },
  printJson: (document) => process.stdout.write(`${JSON.stringify(document, null, 2)}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}

async function main(args: string[]): Promise<number> {
  const [first] = args
  if (first === undefined || first === '--help' || first === 'help') {
    terminal.print(overview())
    return first === undefined ? 2 : 0
  }
  const command = findCommand(args)
  if (!command) {
    terminal.note(
      `There is no command "${args
        .filter((word) => !word.startsWith('-'))
        .slice(0, 2)
        .join(' ')}".\n\n${overview()}`,
    )
    return 2
  }
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help')) {
    terminal.print(command.usage)
    return 0
  }
  return runCommand(command, rest)
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  let opened: Promise<OpenConcert> | undefined
  const environment: Environment = {
    terminal,
    context: async (wanted) => {
      opened ??= openConcert(readSettings(process.env, root), { wanted, max: 4, progress: terminal.note })
      const { system, isDemonstration } = await opened
      return { ...system, isDemonstration }
    },
  }
  try {
    return await command.run(args, environment)
  } catch (error) {
    if (
      error instanceof WrongUse ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    ) {
      terminal.note(`${error.message}\n\n${command.usage}`)
      return 2
    }
    if (error instanceof DomainError) terminal.note(await sentenceOf(error, 'en'))
    else if (error instanceof OperatorError) terminal.note(error.message)
    else terminal.note(`Unexpected: ${error instanceof Error ? error.stack : String(error)}`)
    return 1
  } finally {
    await opened?.then(
      (concert) => concert.close(),
      () => {},
    )
  }
}

/** The command whose words the arguments begin with; the longest one when several do. */
function findCommand(args: readonly string[]): Command | undefined {
  return commands
    .filter((command) => command.name.split(' ').every((word, index) => args[index] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return ['Usage: npm run concert -- <command> [options]', '', ...lines, '', 'Each has --help and --json.'].join('\n')
}

process.exitCode = await main(process.argv.slice(2))
