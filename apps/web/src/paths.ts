/** Every URL of the product, by the name its pages and links use. */
export const paths = {
  overview: '/',
  howWeCount: '/how-we-count',
  signIn: '/sign-in',
  welcome: '/welcome/$token',
  tryRoles: '/try/$token',
  account: '/account',
  admin: '/admin',
  agencies: '/agencies',
  agency: '/agencies/$slug',
  places: '/places',
  place: '/places/$code',
  commitments: '/commitments',
  meetings: '/meetings',
  meeting: '/meetings/$slug',
  published: '/fund/published',
} as const
