import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('needs nothing to be set', () => {
  expect(readSettings({}, '/srv/concert')).toEqual({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: undefined,
    dataFolder: '/srv/concert/.concert',
    databaseUrl: undefined,
    smtpUrl: undefined,
    authSecret: undefined,
    telemetry: false,
  })
})

test('takes an empty variable for one that is not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' }, '/srv')).toMatchObject({ port: 4000, databaseUrl: undefined })
})

test('drops the slash at the end of PUBLIC_URL', () => {
  expect(readSettings({ PUBLIC_URL: 'https://concert.example.org/' }, '/srv').publicUrl).toBe(
    'https://concert.example.org',
  )
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PUBLIC_URL', 'concert.example.org'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['AUTH_SECRET', 'short'],
])('refuses %s=%s with one sentence that names it', (name, value) => {
  expect(() => readSettings({ [name]: value }, '/srv')).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`))
})
