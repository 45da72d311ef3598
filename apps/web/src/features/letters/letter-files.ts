/** Where the file of a letter, or several of them as one archive, is fetched. */
export function letterFile(reference: string): string {
  return `/api/books/letters/${reference}.docx`
}

export function lettersArchive(references: readonly string[]): string {
  return `/api/books/letters.zip?${new URLSearchParams(references.map((reference) => ['reference', reference]))}`
}
