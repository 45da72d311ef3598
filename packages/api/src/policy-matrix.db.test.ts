import { randomUUID } from 'node:crypto'
import type { Actor } from '@concert/domain/actor'
import { type AnyProcedure, callTRPCProcedure, TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { aWorld } from '../testing/world.ts'
import { type CallerName, callers, policyMatrix } from './policy-matrix.ts'
import { appRouter } from './router.ts'

const world = await aWorld()
// tRPC keeps the procedures flat by their path, but types them nested.
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)

function actorOf(name: CallerName): Actor {
  if (name === 'anyone') return { kind: 'anonymous' }
  return { kind: 'person', userId: randomUUID(), name, agencyId: null, roles: [name] }
}

/** What a call without any input comes to; only being refused at the gate is of interest. */
async function refusalOf(path: string, name: CallerName): Promise<'UNAUTHORIZED' | 'FORBIDDEN' | null> {
  const type = procedures.find(([known]) => known === path)?.[1]._def.type
  try {
    await callTRPCProcedure({
      router: appRouter,
      ctx: world.contextOf(actorOf(name)),
      path,
      type: type ?? 'query',
      getRawInput: async () => undefined,
      signal: undefined,
      batchIndex: 0,
    })
    return null
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null
    return code === 'UNAUTHORIZED' || code === 'FORBIDDEN' ? code : null
  }
}

test('the reviewed table has every procedure and no other', () => {
  expect(Object.keys(policyMatrix).sort()).toEqual(procedures.map(([path]) => path).sort())
})

test('every procedure states the policy of the table', () => {
  const stated = Object.fromEntries(procedures.map(([path, procedure]) => [path, procedure._def.meta]))
  const expected = Object.fromEntries(Object.entries(policyMatrix).map(([path, { policy }]) => [path, { policy }]))
  expect(stated).toEqual(expected)
})

test.each(callers)('%s gets past exactly the gates of the table', async (name) => {
  const surprises: string[] = []
  for (const [path, { allowed }] of Object.entries(policyMatrix)) {
    const refusal = await refusalOf(path, name)
    const expected = allowed.includes(name) ? null : name === 'anyone' ? 'UNAUTHORIZED' : 'FORBIDDEN'
    if (refusal !== expected) surprises.push(`${path}: ${refusal ?? 'let in'} instead of ${expected ?? 'let in'}`)
  }
  expect(surprises).toEqual([])
})
