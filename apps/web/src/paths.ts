/** Every URL of the product, by the name its pages and links use. */
export const paths = {
  overview: '/',
  howWeCount: '/how-we-count',
  signIn: '/sign-in',
  welcome: '/welcome/$token',
  tryRoles: '/try/$token',
  account: '/account',
  admin: '/admin',
} as const
