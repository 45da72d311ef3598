import { locale } from '@concert/domain/locales'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { getPlacePage, listPlaces, searchPlaces } from './queries.ts'

export const placesRouter = router({
  list: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ locale }))
    .query(({ ctx, input }) => listPlaces(ctx, input)),
  search: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ text: z.string().max(100), locale }))
    .query(({ ctx, input }) => searchPlaces(ctx, input)),
  get: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ code: z.string().length(3) }))
    .query(({ ctx, input }) => getPlacePage(ctx, input)),
})
