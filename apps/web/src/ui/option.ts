/** One thing to choose from: `id` is stored, `name` is read, `description` helps to tell two apart. */
export interface Option {
  id: string
  name: string
  description?: string
}
