import { foldedWords } from '../folded-words.ts'

type Part = 'phase' | 'component'

// As foldedWords leaves them: small letters, no accents, Arabic with one form of alef, yeh and heh.
const partWords: Readonly<Record<string, Part>> = {
  phase: 'phase',
  fase: 'phase',
  фаза: 'phase',
  этап: 'phase',
  مرحله: 'phase',
  المرحله: 'phase',
  component: 'component',
  composante: 'component',
  volet: 'component',
  componente: 'component',
  компонент: 'component',
  مكون: 'component',
  المكون: 'component',
}

const numerals = [
  '1 i a а ا one first un une premier premiere uno una primera primer первый первая первои الاول الاولي واحد 一',
  '2 ii b б ب two second deux deuxieme seconde dos segunda segundo второи вторая второй الثاني الثانيه 二',
  '3 iii c в ج three third trois troisieme tres tercera tercer третии третья третий الثالث الثالثه 三',
  '4 iv d г د four fourth quatre quatrieme cuatro cuarta cuarto четвертыи четвертая четвертый الرابع الرابعه 四',
]
const numberOf = new Map(numerals.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)))

const hanPart = /第?([一二三四1-4])(期|阶段|部分|组成部分)/u
const hanComponent = /组成部分([一二三四1-4])/u

/**
 * Which phase or component of a programme a title says it is, in the six languages: `Phase II` and `المرحلة الثانية`
 * are phase 2, `Component B` and `第二部分` component 2. Null for a title that names none.
 */
export function partOfProgramme(title: string): { part: Part; number: number } | null {
  const han = hanPart.exec(title)
  if (han) return { part: han[2]?.includes('部分') ? 'component' : 'phase', number: numberOf.get(han[1] ?? '') ?? 1 }
  const component = hanComponent.exec(title)
  if (component) return { part: 'component', number: numberOf.get(component[1] ?? '') ?? 1 }
  const words = foldedWords(title)
  for (const [index, word] of words.entries()) {
    const part = partWords[word]
    const number = numberOf.get(words[index + 1] ?? '') ?? numberOf.get(words[index - 1] ?? '')
    if (part && number) return { part, number }
  }
  return null
}
