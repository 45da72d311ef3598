/** Something the one who starts Concert can mend: one sentence, and what to do. Shown without a stack trace. */
export class OperatorError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'OperatorError'
  }
}
