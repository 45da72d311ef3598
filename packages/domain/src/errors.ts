export type ErrorParams = Record<string, string | number>

/**
 * A refusal that a person can act on. `code` is `<namespace>.<name>`; its words are in the catalogues
 * at `<namespace>.errors.<name>`. `field` is the path of the form field it belongs to.
 */
export class DomainError extends Error {
  readonly code: string
  readonly params: ErrorParams
  readonly field: string | undefined

  constructor(code: string, params: ErrorParams = {}, field?: string) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.params = params
    this.field = field
  }
}

/** The record does not exist, or the one who asks may not know that it does. */
export class NotFound extends DomainError {
  constructor(what: string) {
    super('errors.not_found', { what })
    this.name = 'NotFound'
  }
}
