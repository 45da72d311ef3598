type Params = Record<string, string | number>

/** The server would not take the files; `code` has its words in the catalogues. */
export class UploadRefusal extends Error {
  readonly code: string
  readonly params: Params
  readonly reference: string | undefined

  constructor(code: string, params: Params = {}, reference?: string) {
    super(code)
    this.name = 'UploadRefusal'
    this.code = code
    this.params = params
    this.reference = reference
  }
}

/**
 * Sends files to one of the server's places for them, and answers with what it says. `beside` is what
 * was typed about the first one. Throws `UploadRefusal`.
 */
export async function sendFiles<Answer>(
  path: `/api/${string}`,
  files: readonly File[],
  beside?: object,
): Promise<Answer> {
  const body = new FormData()
  for (const file of files) body.append('files', file, file.name)
  if (beside) body.append('files', new Blob([JSON.stringify(beside)], { type: 'application/json' }), 'beside.json')
  const headers = { 'x-concert-language': document.documentElement.lang }
  const response = await fetch(path, { method: 'POST', body, headers }).catch(() => {
    throw new UploadRefusal('imports.upload_broken')
  })
  if (response.ok) return response.json()
  const refusal: { concert?: { code: string; params?: Params; reference?: string } } = await response
    .json()
    .catch(() => ({}))
  if (!refusal.concert) throw new UploadRefusal('errors.offline')
  throw new UploadRefusal(refusal.concert.code, refusal.concert.params, refusal.concert.reference)
}
