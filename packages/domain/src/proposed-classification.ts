import type { ActivityKind, ExploitationForm, Pillar } from './codelists.ts'
import { topicWords, wordsPattern } from './relevance-words.ts'

const words = (...lists: string[]) => wordsPattern(lists.flatMap((list) => list.split(', ')))

const pillarPatterns = new Map<Pillar, RegExp>([
  [
    'PREV',
    words(
      'prevent~, awareness, prevention, sensibilis~, prevenir, prevencion, sensibilizacion',
      'предупрежд~, предотвращ~, 预防, الوقايه, منع, التوعيه',
    ),
  ],
  [
    'PROT',
    words(
      'protect~, assist~, shelter~, victim~, survivor~, rehabilitat~, proteger, proteccion, victime~, victima~',
      'защит~, жертв~, 保护, 援助, 受害, حمايه, ضحايا, لضحايا',
    ),
  ],
  [
    'PROS',
    words(
      'prosecut~, law enforcement, investigat~, judge~, criminal justice, legislat~, poursuites, procureur~',
      'enjuiciamiento, fiscal~, juece~, преследован~, 起诉, 执法, ملاحقه, انفاذ القانون',
    ),
  ],
  [
    'PART',
    words(
      'partnership~, coordinat~, cooperat~, partenariat~, asociacion~, cooperacion',
      'сотрудничеств~, партнерств~, 合作, 伙伴, شراك~, التعاون',
    ),
  ],
])

const formPatterns = new Map<ExploitationForm, RegExp>([
  [
    'SEXUAL',
    words(
      'sexual exploitation, sexually exploit~, sex traffick~, forced prostitution, exploitation sexuelle',
      'explotacion sexual, сексуальн~ эксплуатац~, 性剥削, الاستغلال الجنسي',
    ),
  ],
  [
    'LABOUR',
    words(
      'forced labo~, labo~ exploitation, bonded labo~, compulsory labo~, travail force, trabajo forzoso',
      'trabajo forzado, explotacion laboral, принудительн~ труд~, трудов~ эксплуатац~, 强迫劳动, 劳动剥削, العمل القسري',
    ),
  ],
  ['SLAVERY', words('slavery, esclavage, esclavitud, рабств~, 奴隶, 奴役, الرق')],
  ['SERVITUDE', words('servitude, debt bondage, servidumbre, подневольн~ состояни~, 债役')],
  ['ORGAN', wordsPattern(topicWords.organ_removal)],
  ['MARRIAGE', wordsPattern(topicWords.forced_marriage)],
  ['BEGGING', words('forced begging, mendicite forcee, mendicidad forzada, 强迫乞讨, التسول القسري')],
  ['COMBAT', words('child soldier~, recruitment of children, enfants soldats, ninos soldados, 儿童兵, الاطفال الجنود')],
])

const kindPatterns = new Map<ActivityKind, RegExp>([
  [
    'CAPB',
    words(
      'training~, capacity building, capacity development, capacities, formation~, formacion, capacitacion',
      'обучени~, подготовк~ кадр~, 培训, 能力建设, تدريب, بناء القدرات',
    ),
  ],
  [
    'KNOW',
    words(
      'research, assessing, assessment, study, survey, data collection, etude~, estudio~',
      'исследован~, 研究, دراسه',
    ),
  ],
  ['ADVO', words('awareness, campaign~, sensibilisation, sensibilizacion, кампани~, 宣传, توعيه')],
  [
    'DIRECT',
    words(
      'direct assistance, assistance to victim~, shelter~, psychosocial support, legal aid, safe house~',
      'foyer~, albergue~, refugio~, приют~, 庇护所, ماوى, دور امنه',
    ),
  ],
])

/** What a person may confirm on accepting an imported activity; the texts are folded (`foldWords`). */
export function proposeClassification(
  title: readonly string[],
  description: readonly string[],
): { pillars: Pillar[]; forms: ExploitationForm[]; kind: ActivityKind | null } {
  const texts = [...title, ...description]
  return {
    pillars: matching(texts, pillarPatterns),
    forms: matching(texts, formPatterns),
    kind: matching(title, kindPatterns)[0] ?? matching(description, kindPatterns)[0] ?? null,
  }
}

function matching<Code extends string>(texts: readonly string[], candidates: ReadonlyMap<Code, RegExp>): Code[] {
  return [...candidates].filter(([, pattern]) => texts.some((text) => pattern.test(text))).map(([code]) => code)
}
