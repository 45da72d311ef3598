import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZip } from './read-zip.ts'
import { writeZip } from './write-zip.ts'

test('what is packed comes out again, in order, under names of any script', async () => {
  const files = [
    { name: 'word/one.xml', bytes: Buffer.from('<one/>'.repeat(500)) },
    { name: 'رسالة 信函.docx', bytes: Buffer.alloc(0) },
  ]
  const read = await readZip(writeZip(files))
  expect(read.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
  expect(read.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(files.map(({ bytes }) => bytes.toString()))
})

test('any bytes survive, and the same files are the same archive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), async (contents) => {
      const files = contents.map((bytes, index) => ({ name: `${index}`, bytes }))
      const archive = writeZip(files)
      expect(Buffer.from(writeZip(files)).equals(archive)).toBe(true)
      const read = await readZip(archive)
      expect(read.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(
        contents.map((bytes) => Buffer.from(bytes).toString('hex')),
      )
    }),
    { numRuns: 30 },
  )
})

test('an archive that is cut off is refused', async () => {
  const archive = writeZip([{ name: 'a', bytes: Buffer.from('abc') }])
  await expect(readZip(archive.subarray(0, archive.length - 10))).rejects.toThrow(/.+/)
})
