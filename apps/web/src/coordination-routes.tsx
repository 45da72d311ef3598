import type { AnyRoute } from '@tanstack/react-router'

export const coordinationRoutes = [] as const satisfies readonly AnyRoute[]
