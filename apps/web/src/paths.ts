/** Every URL of the product, by the name its pages and links use. */
export const paths = {
  overview: '/',
} as const
