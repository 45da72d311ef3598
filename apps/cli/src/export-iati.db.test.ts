import { aWorld } from '@concert/api/testing/world'
import { aNewActivity } from '@concert/db/testing/activities'
import { expect, test } from 'vitest'
import { WrongUse } from './command.ts'
import { exportIatiCommand } from './export-iati.ts'

const world = await aWorld()

async function typed(...args: string[]) {
  let written = ''
  const notes: string[] = []
  const code = await exportIatiCommand.run(args, {
    terminal: {
      print: (line) => {
        written += `${line}\n`
      },
      write: async (part) => {
        written += part
      },
      printJson: () => {},
      note: (line) => void notes.push(line),
    },
    context: async () => ({ ...world.contextOf({ kind: 'system', name: 'terminal' }), isDemonstration: false }),
  })
  return { code, written, notes }
}

test('writes nothing and says so as long as nothing is public', async () => {
  expect(await typed()).toEqual({ code: 1, written: '', notes: ['There is nothing public to write.'] })
})

test('writes the public activities and nothing else on stdout, narrowed to one lead agency', async () => {
  const iom = world.as('focal_point', 'iom')
  const { reference } = await iom.activities.draft(aNewActivity())
  await world.focalPoint.activities.draft(aNewActivity({ title: [{ language: 'en', text: 'A draft of the group' }] }))
  await iom.activities.publish({ reference, expectedVersion: 1, reasons: [] })
  const all = await typed()
  expect(all).toMatchObject({ code: 0, notes: [] })
  expect(all.written).toMatch(/^<\?xml/)
  expect(all.written).toContain(`XM-DAC-47066-${reference}`)
  expect(all.written).not.toContain('A draft')
  expect((await typed('--agency', 'iom')).written).toBe(all.written)
  expect((await typed('--agency', 'unodc')).code).toBe(1)
})

test('writes the fund or the organisations where they are asked for, one at a time', async () => {
  expect((await typed('--fund')).written).toContain('XM-DAC-41128-UNVTF')
  expect((await typed('--organisation')).written).toContain('<iati-organisations version="2.03"')
  await expect(typed('--fund', '--organisation')).rejects.toThrow(WrongUse)
})
