/** The pages that anyone may open, without those of a single record. */
export const publicPages = [
  '/',
  '/activities',
  '/agencies',
  '/agencies/unodc',
  '/places',
  '/fund',
  '/fund/statement',
  '/fund/donors',
  '/fund/pledges',
  '/fund/grants',
  '/commitments',
  '/meetings',
  '/how-we-count',
  '/sign-in',
]
