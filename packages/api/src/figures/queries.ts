import type { Trx } from '@concert/db/client'
import { today } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import type { Figure, FigureDefinition, FigureProof } from './figure.ts'
import { figureDefinitions } from './registry.ts'

/** Every figure with its value now. */
export function listFigures(ctx: Context): Promise<Figure[]> {
  return inTransaction(asVisitor(ctx), (trx) => valuesOf(figureDefinitions, trx, ctx))
}

/** Some figures, in the order asked for. */
export async function valuesOf(definitions: readonly FigureDefinition[], trx: Trx, ctx: Context): Promise<Figure[]> {
  const asOf = ctx.now().toISOString()
  const figures: Figure[] = []
  for (const { id, unit, value } of definitions) {
    figures.push({ id, unit, value: await value(trx, today(ctx.now())), asOf })
  }
  return figures
}

/** One figure with the rows that it is made of. */
export function showFigure(ctx: Context, id: string): Promise<Figure & { proof: FigureProof }> {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const definition = figureDefinitions.find((candidate) => candidate.id === id)
    if (!definition) throw new NotFound('figure')
    const [figure] = await valuesOf([definition], trx, ctx)
    if (!figure) throw new NotFound('figure')
    return { ...figure, proof: await definition.proof(trx, today(ctx.now())) }
  })
}
