export type SignInOutcome = 'ok' | 'refused' | 'tooMany' | 'unreachable'

/** Opens a session; the server sets its cookie. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await post('/auth/sign-in/email', { email, password })
    if (response.ok) return 'ok'
    if (response.status === 429) return 'tooMany'
    return response.status < 500 ? 'refused' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

export function post(path: string, body: object): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

/** Loads the page anew, so that nothing that was read before stays in memory. */
export function enter(path: string): void {
  location.assign(path)
}
