export const passwordMinimum = 12
export const passwordMaximum = 128

export type PasswordWeakness = 'too_short' | 'too_long' | 'too_common' | 'too_plain'

// What people type when twelve characters are asked for; a longer phrase around one of these stays allowed.
const common = [
  'password',
  'passw0rd',
  'motdepasse',
  'contrasena',
  'letmein',
  'welcome',
  'changeme',
  'administrator',
  'admin',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'iloveyou',
  'concert',
  'secret',
  'unitednations',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '98765432109876543210',
]

/**
 * What makes `password` unfit, or null: shorter than 12 or longer than 128 characters, fewer than five different
 * characters, nothing but digits, or a common password with next to nothing around it. No rule on kinds of characters
 * (NIST SP 800-63B, 5.1.1).
 */
export function passwordWeakness(password: string): PasswordWeakness | null {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < passwordMinimum) return 'too_short'
  if (characters.length > passwordMaximum) return 'too_long'
  if (new Set(characters.map((character) => character.toLowerCase())).size < 5) return 'too_plain'
  return isCommon(characters.join('').toLowerCase()) ? 'too_common' : null
}

function isCommon(password: string): boolean {
  if (/^\p{N}+$/u.test(password)) return true
  let rest = password
  for (const word of common) rest = rest.replaceAll(word, '')
  const letters = rest.replace(/[^\p{L}]/gu, '')
  return rest.length < password.length && letters.length < 4
}
