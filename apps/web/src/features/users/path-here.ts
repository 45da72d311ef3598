import { z } from 'zod'

/** A path of this site. `//elsewhere` and `/\elsewhere` would lead away from it. */
export const pathHere = z.string().regex(/^\/(?![/\\])/)
