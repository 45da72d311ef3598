import type { Context } from '@concert/api/context'

/** Where a command writes: results to stdout, everything for the eye to stderr. */
export interface Terminal {
  /** One line of the result. */
  print(line: string): void
  /** A part of a result that is no line; done once the reader on the other side has room for more. */
  write(part: string): Promise<void>
  /** The whole result as one JSON document; with `--json` nothing else is on stdout. */
  printJson(document: unknown): void
  /** Progress and hints; never part of the result. */
  note(line: string): void
}

export interface Environment {
  /** Opens the database (joining a running server's, or starting it) the first time it is called. */
  context(wanted?: 'demonstration' | 'empty'): Promise<Context & { isDemonstration: boolean }>
  terminal: Terminal
}

/** What happened, as an exit code: 0 done, 1 done but something is wrong (a check failed, a file refused), 2 wrong use. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** As typed: `import iati`. */
  name: string
  summary: string
  /** The whole `--help`: usage, options, examples, exit codes. */
  usage: string
  /** `args` are what follows the command's name. Throws `WrongUse` for a wrong option. */
  run(args: string[], environment: Environment): Promise<ExitCode>
}

/** The command was called in a way it does not understand; the sentence says what is expected. */
export class WrongUse extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'WrongUse'
  }
}
