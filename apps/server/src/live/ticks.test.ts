import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { openTicks } from './ticks.ts'

function aViewer() {
  const written: string[] = []
  const viewer = Object.assign(new EventEmitter(), {
    writableLength: 0,
    writeHead: () => viewer,
    write: (text: Buffer | string) => written.push(text.toString()),
    destroy: () => viewer.emit('close'),
    end: () => viewer.emit('close'),
  })
  return { viewer, written }
}

const connection = { socket: { setNoDelay: () => {} } }

test('who reads too slowly is dropped, and everybody else hears on', () => {
  let tell: (version: string) => void = () => {}
  const ticks = openTicks({
    version: () => 'one',
    onVersion: (call) => {
      tell = call
      return () => {}
    },
  })
  const slow = aViewer()
  const quick = aViewer()
  for (const { viewer } of [slow, quick]) ticks.add(viewer, connection)
  expect(quick.written.at(-1)).toBe('event: version\ndata: one\n\n')
  tell('two')
  slow.viewer.writableLength = 1_000_000
  tell('three')
  tell('four')
  expect(slow.written.at(-1)).toContain('two')
  expect(quick.written.slice(-3).join('')).toBe(
    ['two', 'three', 'four'].map((version) => `event: version\ndata: ${version}\n\n`).join(''),
  )
  ticks.close()
})
