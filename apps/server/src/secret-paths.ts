/** Addresses that open something to whoever has them: a one-time link, a demonstration's roles, a calendar feed. */
const secret = /\/(welcome|try|feeds)\/[^/?]+/

/** A path as the log may have it: people read the log who may not have the token. */
export function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replace(secret, '/$1/…')
}

export function hasSecret(url: string): boolean {
  return secret.test(url)
}
