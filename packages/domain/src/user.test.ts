import { expect, test } from 'vitest'
import { emailAddress, invitation, newPassword, roleSet, userStatus } from './user.ts'

test('compares addresses in lower case, without spaces around', () => {
  expect(emailAddress.parse('  Focal.Point@Example.ORG ')).toBe('focal.point@example.org')
  expect(emailAddress.safeParse('focal.point').success).toBe(false)
})

test('keeps each role once, in the usual order', () => {
  expect(roleSet.parse(['administrator', 'contributor', 'administrator'])).toEqual(['contributor', 'administrator'])
  expect(roleSet.safeParse(['owner']).success).toBe(false)
})

test('refuses an invitation with anything that is not asked for', () => {
  const base = { name: 'A', email: 'a@example.org', agencyId: null, roles: [], locale: 'en' }
  expect(invitation.safeParse(base).success).toBe(true)
  expect(invitation.safeParse({ ...base, isDemonstration: true }).success).toBe(false)
})

test('says what is wrong with a password in a code', () => {
  const issue = newPassword.safeParse('short').error?.issues[0]
  expect(issue).toMatchObject({ code: 'custom', params: { code: 'users.password_too_short' } })
})

test('a deactivated person is nothing else', () => {
  const at = '2026-11-24T00:00:00.000Z'
  expect(userStatus({ deactivatedAt: at, passwordSetAt: at })).toBe('deactivated')
  expect(userStatus({ deactivatedAt: null, passwordSetAt: at })).toBe('active')
  expect(userStatus({ deactivatedAt: null, passwordSetAt: null })).toBe('invited')
})
