import type { Command } from './commands.ts'
import type { FundModel } from './model.ts'
import type { Officers } from './officers.ts'

export interface Run {
  model: FundModel
  officers: Officers
}

/** A command in a run: the request that goes out, what the model says of it, what is remembered once it is accepted. */
export interface Step {
  send(): Promise<unknown>
  /** The same key with another body, where there is another one. */
  sendOtherwise?: () => Promise<unknown>
  /** Books it in the model, or throws `Refused`. */
  rule(): void
  accepted?: (answer: unknown) => void
}

/** How each of these commands becomes a step; undefined when there is nothing yet that it could be about. */
export type Steps<Kind extends Command['do']> = {
  [One in Kind]: (run: Run, command: Extract<Command, { do: One }>) => Step | undefined
}

export function request<Input extends object>(
  input: Input,
  send: (input: Input) => Promise<unknown>,
  otherwise: Partial<Input>,
): Pick<Step, 'send' | 'sendOtherwise'> {
  return { send: () => send(input), sendOtherwise: () => send({ ...input, ...otherwise }) }
}

/** Which one of `items` a command is about. */
export function pickIndex(items: readonly unknown[], which: number): number | undefined {
  return items.length === 0 ? undefined : which % items.length
}

/** At least one minor unit, so that there is something to ask for. */
export function percentOf(whole: bigint, percent: number): bigint {
  const part = (whole * BigInt(percent)) / 100n
  return part < 1n ? 1n : part
}

export function money(minor: bigint, currency: string): { amountMinor: number; currency: string } {
  return { amountMinor: Number(minor), currency }
}
