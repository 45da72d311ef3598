import { expect, test } from 'vitest'
import { type DoorSettings, openDemoDoor } from './demo-door.ts'

const local: DoorSettings = { isDemonstration: true, host: '127.0.0.1', publicUrl: undefined }

function tokenOf(path: string): string {
  return path.replace('/try/', '')
}

function anOpenDoor() {
  const door = openDemoDoor(local)
  if (!door) throw new Error('the door stayed shut')
  return door
}

test('opens for its own token on a loopback listener of a demonstration', () => {
  const door = anOpenDoor()
  expect(door.path).toMatch(/^\/try\/[\w-]{43}$/)
  expect(door.admits(tokenOf(door.path), { host: 'localhost:4000' })).toBe(true)
})

test.each(['', 'x', 'x'.repeat(43), 'x'.repeat(5000)])('stays shut for another token: %s', (token) => {
  expect(anOpenDoor().admits(token, {})).toBe(false)
})

test('every start has a token of its own', () => {
  const [first, second] = [anOpenDoor(), anOpenDoor()]
  expect(second.admits(tokenOf(first.path), {})).toBe(false)
})

test('is not there in a database that is real', () => {
  expect(openDemoDoor({ ...local, isDemonstration: false })).toBeNull()
})

test('is not there when PUBLIC_URL is set', () => {
  expect(openDemoDoor({ ...local, publicUrl: 'http://localhost:4000' })).toBeNull()
})

test.each(['0.0.0.0', '::', '192.168.1.4', 'concert.example.org', '127.0.0.1.example.org'])(
  'is not there when the server listens on %s',
  (host) => {
    expect(openDemoDoor({ ...local, host })).toBeNull()
  },
)

test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('counts %s as loopback', (host) => {
  expect(openDemoDoor({ ...local, host })).not.toBeNull()
})

test.each(['forwarded', 'Forwarded', 'x-forwarded-for', 'X-Forwarded-Host', 'x-forwarded-anything', 'via'])(
  'stays shut for a request with the header %s',
  (header) => {
    const door = anOpenDoor()
    expect(door.admits(tokenOf(door.path), { [header]: '10.0.0.1' })).toBe(false)
  },
)
