import { toWireError, type WireError } from '@concert/api/errors'
import { TRPCError } from '@trpc/server'

/** What the client would be told; undefined when nothing was refused. */
export async function refusalOf(send: () => Promise<unknown>): Promise<WireError | undefined> {
  try {
    await send()
    return undefined
  } catch (error) {
    return refusalIn(error)
  }
}

export function refusalIn(error: unknown): WireError | undefined {
  if (!(error instanceof TRPCError)) return undefined
  return toWireError({ message: '', data: {} }, error, undefined).data.concert
}
