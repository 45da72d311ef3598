/** What a text can be about; the order is that of weight. */
export const relevanceTopics = [
  'trafficking',
  'trafficking_alone',
  'slavery',
  'exploitation',
  'child_labour',
  'forced_marriage',
  'organ_removal',
  'smuggling',
  'vulnerable_migrants',
] as const
export type RelevanceTopic = (typeof relevanceTopics)[number]

/**
 * The words of a topic in English, French, Spanish, Russian, Chinese and Arabic, as `foldWords` writes them (no case, no
 * accents). `~` stands for the rest of a word, a blank for any run of blanks and punctuation.
 */
export const topicWords: Record<RelevanceTopic, readonly string[]> = {
  trafficking: [
    ...['human traffick~', 'traffick~ in person~', 'traffick~ in human~', 'traffick~ in people~', 'traffick~ in women'],
    ...[
      'traffick~ in child~',
      'traffick~ of person~',
      'traffick~ of human~',
      'traffick~ of people',
      'traffick~ of women',
    ],
    ...['traffick~ of girl~', 'traffick~ of child~', 'traffick~ of migrant~', 'child traffick~', 'sex traffick~'],
    ...['counter traffick~', 'countertraffick~', 'anti traffick~', 'antitraffick~', 'combat~ traffick~'],
    ...['victim~ of traffick~', 'survivor~ of traffick~', 'traffick~ victim~', 'traffick~ survivor~', 'trafficked'],
    ...['prevent~ of traffick~', 'prevent~ traffick~', 'traffick~ and smuggl~', 'smuggl~ and traffick~', 'trafickers'],
    ...['traite des personne~', 'traite de personne~', 'traite des etre~', "traite d'etre~", 'traite des femmes'],
    ...[
      'traite des enfants',
      'traite humaine',
      'victime~ de traite',
      'victime~ de la traite',
      "trafic d'etres humains",
    ],
    ...['trata de persona~', 'trata de sere~', 'trata de mujeres', 'trata de nin~', 'trata de blancas', 'antitrata'],
    ...['victima~ de trata', 'victima~ de la trata', 'contra la trata', 'trafico de seres humanos'],
    ...['торговл~ людьми', 'торговл~ детьми', 'торговл~ женщинами', 'торговц~ людьми', 'работорговл~'],
    ...['贩运人口', '人口贩运', '贩卖人口', '人口贩卖', '人口拐卖', '拐卖妇女', '拐卖儿童'],
    ...['الاتجار بالبشر', 'الاتجار بالاشخاص', 'الاتجار بالنساء', 'الاتجار بالاطفال', 'اتجار بالبشر', 'اتجار بالاشخاص'],
  ],
  // Without saying of whom; goods are taken out before, see `withoutGoods`.
  trafficking_alone: ['traffick~', 'la traite', 'la trata', 'la trata y'],
  slavery: [
    ...['modern slavery', 'contemporary slavery', 'slavery like', 'forced labo~', 'compulsory labo~', 'bonded labo~'],
    ...['debt bondage', 'servitude', 'travail force', 'esclavage moderne', 'servitude pour dettes'],
    ...['trabajo forzoso', 'trabajo forzado', 'trabajos forzados', 'esclavitud moderna', 'servidumbre'],
    ...['принудительн~ труд~', 'современн~ рабств~', 'подневольн~ состояни~', 'долгов~ кабал~'],
    ...['强迫劳动', '强制劳动', '现代奴隶', '现代奴役', '债役'],
    ...['العمل القسري', 'السخره', 'العمل الجبري', 'الرق المعاصر', 'العبوديه', 'استرقاق', 'اسار الدين'],
  ],
  exploitation: [
    ...[
      'sexual exploitation',
      'sexually exploit~',
      'labo~ exploitation',
      'exploitation of migrant~',
      'forced prostitution',
    ],
    ...['exploitation of child~', 'exploitation of women', 'exploitation and abuse', 'forms of exploitation'],
    ...['risk of exploitation', 'exploitation sexuelle', 'exploitation par le travail', 'exploitation des enfants'],
    ...[
      'explotacion sexual',
      'explotacion laboral',
      'explotacion infantil',
      'сексуальн~ эксплуатац~',
      'трудов~ эксплуатац~',
    ],
    ...['性剥削', '劳动剥削', '劳力剥削', 'الاستغلال الجنسي', 'استغلال العمال', 'الاستغلال في العمل'],
  ],
  child_labour: [
    ...['worst forms of child labo~', 'child labo~', 'child soldier~', 'travail des enfants', 'trabajo infantil'],
    ...['детск~ труд~', '童工', 'عمل الاطفال', 'عماله الاطفال'],
  ],
  forced_marriage: [
    ...['forced marriage~', 'mariage~ force~', 'matrimonio~ forzado~', 'matrimonio~ forzoso~', 'принудительн~ брак~'],
    ...['强迫婚姻', 'الزواج القسري'],
  ],
  organ_removal: [
    ...['organ removal', 'removal of organ~', 'organ traffick~', "trafic d'organes", 'trafico de organos'],
    ...['торговл~ органами', '摘取器官', '贩卖器官', 'الاتجار بالاعضاء', 'نزع الاعضاء'],
  ],
  smuggling: [
    ...['migrant smuggl~', 'smuggling of migrant~', 'smuggled migrant~', 'people smuggl~', 'human smuggl~'],
    ...['trafic illicite de migrants', 'trafic de migrants', 'trafico ilicito de migrantes', 'trafico de migrantes'],
    ...['незаконн~ ввоз~ мигрант~', '偷运移民', '偷运移徙者', 'تهريب المهاجرين'],
  ],
  vulnerable_migrants: [
    ...['vulnerable migrant~', 'stranded migrant~', 'unaccompanied child~', 'unaccompanied migrant~'],
    ...['migrants vulnerables', 'enfants non accompagnes', 'migrantes vulnerables', 'ninos no acompanados'],
    ...['уязвим~ мигрант~', '脆弱移民', '弱势移民', 'المهاجرين المستضعفين'],
  ],
}

const goods = wordsPattern([
  ...['drug~ traffick~', 'narcotic~ traffick~', 'arms traffick~', 'weapon~ traffick~', 'firearm~ traffick~'],
  ...['wildlife traffick~', 'ivory traffick~', 'timber traffick~', 'traffick~ in drug~', 'traffick~ of drug~'],
  ...[
    'traffick~ in arms',
    'traffick~ of arms',
    'traffick~ in firearm~',
    'traffick~ of firearm~',
    'traffick~ in wildlife',
  ],
  ...[
    'traffick~ of wildlife',
    'illicit traffick~',
    'illegal traffick~',
    'traffick~ in cultural',
    'traffick~ of cultural',
  ],
])

/** Folded text without the traffic in goods. */
export function withoutGoods(folded: string): string {
  return folded.replace(new RegExp(goods.source, 'gu'), ' ')
}

/** Lower case without accents, hamza and vowel signs; apostrophes straight, other punctuation and blanks one blank. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase()
    .replace(/ة/g, 'ه')
    .replace(/[’ʼ‘`]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
}

/** A matcher for words as they stand in `topicWords`; Chinese has no word boundaries and is looked for anywhere. */
export function wordsPattern(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => {
    const pattern = word.replaceAll('~', "[\\p{L}']*")
    return /\p{Script=Han}/u.test(word) ? pattern : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`
  })
  return new RegExp(alternatives.join('|'), 'u')
}
