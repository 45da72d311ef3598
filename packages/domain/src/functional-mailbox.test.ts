import { expect, test } from 'vitest'
import { functionalMailbox, isFunctionalMailbox } from './functional-mailbox.ts'

test.each([
  'contributions@un.example.org',
  'info@fund.example',
  'mission.geneva@mfa.example.org',
  'newyork.mission@mfa.example.org',
  'un-office2@mfa.example.org',
  'bureau@diplomatie.example.fr',
  'misión@exteriores.example.es',
  'tesoreria@hacienda.example.es',
  'секретариат@мид.example',
  '代表团@mfa.example.cn',
  'بعثة@mofa.example',
  'Trust-Fund@UN.EXAMPLE.ORG',
])('%s is the mailbox of a function', (address) => {
  expect(isFunctionalMailbox(address)).toBe(true)
})

test.each([
  'maria.perez@mfa.example.org',
  'jean-luc.dupont@diplomatie.example.fr',
  'iperez@mfa.example.org',
  'm.office@mfa.example.org',
  'smith@fund.example',
  'maria.office.perez@mfa.example.org',
  'contributions@gmail.com',
  'mission@yahoo.co.uk',
  'info@mail.ru',
  'office@163.com',
  'info',
  'info@localhost',
  'info@@un.example.org',
  'in fo@un.example.org',
  '',
])('%s is refused', (address) => {
  expect(isFunctionalMailbox(address)).toBe(false)
})

test('an address is kept in small letters', () => {
  expect(functionalMailbox.parse(' Contributions@UN.example.org ')).toBe('contributions@un.example.org')
})
