import { aDatabase } from '@concert/db/testing/database'
import { callersOn, type World } from './callers.ts'

export type { Caller, World } from './callers.ts'

/** A database of its own and a caller for every role. */
export async function aWorld(options: { demonstration?: boolean } = {}): Promise<World> {
  return callersOn(await aDatabase(options))
}
