/** A file as a person chose it; `name` is shown, and its ending says what kind of file it is. */
export interface ChosenFile {
  name: string
  bytes: Uint8Array
}
