/** The pages that anyone may open, without those of a single record. */
export const publicPages = ['/', '/how-we-count', '/sign-in']
