import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWords } from './folded-words.ts'

test.each([
  ['État donateur A', ['etat', 'donateur', 'a']],
  ['FUNDACIÓN  Ejemplo-1', ['fundacion', 'ejemplo', '1']],
  ['Фонд «Пример Ёлка»', ['фонд', 'пример', 'елка']],
  ['示例基金会12', ['示', '例', '基', '金', '会', '12']],
  ['مُؤَسَّسَةُ المثال', ['موسسه', 'المثال']],
  ['مؤسسة المثال', ['موسسه', 'المثال']],
  ['ＥＸＡＭＰＬＥ Straße Łódź', ['example', 'strasse', 'lodz']],
  ['', []],
  [' – . / ', []],
])('reads %s as its plain words', (text, words) => {
  expect(foldedWords(text)).toEqual(words)
})

test('reads what it made once more as the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = foldedWords(text)
      expect(foldedWords(once.join(' '))).toEqual(once)
    }),
  )
})
