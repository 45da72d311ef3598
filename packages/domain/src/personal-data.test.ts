import { expect, test } from 'vitest'
import { findPersonalData, type PersonalDataKind } from './personal-data.ts'

/** Invented sentences by what a careful reader finds in them. */
const positive: Record<PersonalDataKind, string[]> = {
  shelter_address: [
    'The shelter is at 14 Acacia Road, near the market.',
    'Our safe house, 7 Old Mill Lane, opened in May.',
    'Women are received at 22B Harbour Street, the new shelter.',
    'Le refuge se trouve au 12, rue des Lilas.',
    'Le foyer (3 bis avenue Centrale) accueille douze femmes.',
    'Le centre d’hébergement est situé rue des Tilleuls 45.',
    'El refugio está en la calle Mayor 25.',
    'La casa de acogida, avenida Central n.º 310, abrió en mayo.',
    'El albergue de la carrera Séptima # 12 recibe a familias.',
    'Приют находится по адресу ул. Садовая, 15.',
    'Убежище на улице Лесной, дом 7, открыто.',
    'Кризисный центр: проспект Мира, 21.',
    '庇护所位于和平路25号。',
    '安全屋设在东大街108号。',
    '救助站地址：人民路7号',
    'يقع المأوى في شارع السلام، رقم 12.',
    'دار الإيواء في شارع النهر 45',
    'الملجأ: شارع الزيتون ٧',
  ],
  passport: [
    'Passport no. AB1234567 was kept.',
    'Passeport n° 12AB34567 confisqué.',
    'Pasaporte: XDB123456',
    'Паспорт № 4509123456',
    '护照号码：E12345678',
    'جواز السفر رقم A1234567',
  ],
  coordinates: [
    'The house at 12.34567, 8.12345 is used.',
    'Coordonnées : 48.85661, 2.35222',
    'Punto 19.43261, -99.13321',
    'Точка 55.75222, 37.61556',
    '位置：39.90421, 116.40739',
    'الموقع 30.04442, 31.23571',
    'At 12°34′56″ N.',
  ],
  birth_date: [
    'She was born on 3 March 2009.',
    'Date of birth: 12/05/2008',
    'Née le 4 avril 2010, elle a été aidée.',
    'Date de naissance : 04.05.2007',
    'Nacida el 5 de mayo de 2009.',
    'Fecha de nacimiento: 2008-11-02',
    'Она родилась 3 марта 2009 года.',
    'Дата рождения: 12.05.2008',
    '2009年3月2日出生',
    '出生日期：2008-05-12',
    'تاريخ الميلاد: 12/05/2008',
    'مواليد ٣ مارس ٢٠٠٩',
  ],
  name_with_age: [
    'We met Amina Bello, 14 years old.',
    'Maria (aged 19) returned home.',
    'Nommée Claire, 17, elle a été aidée.',
    'Awa Diallo, 16 ans, a témoigné.',
    'Lucía Pérez, 15 años, volvió.',
    'Llamada Rosa, 18, pidió ayuda.',
    'Анна, 16 лет, вернулась.',
    'Ирина (17 лет) дала показания.',
    '受害者王小红,17岁。',
    '李明，15岁，已返回。',
    'عادت مريم 16 سنة إلى بيتها',
    'فاطمة، ١٥ عاما',
  ],
  phone: [
    'Call +254 20 762 1234.',
    'Phone: 020 7946 0958',
    'Tél. : 01 23 45 67 89',
    'Teléfono 55 1234 5678',
    'Тел.: 8 495 123 45 67',
    '手机：13812345678',
    'هاتف: 02 2345 6789',
    'WhatsApp 0033 6 12 34 56 78',
  ],
  email: [
    'Write to amina.bello@example.org.',
    'Écrire à claire.d@example.fr',
    'Escriba a lucia@example.es',
    'Пишите anna@example.ru',
    '请写信至 wang@example.cn',
    'البريد maryam@example.org',
  ],
}

const harmless = [
  'Trained 45 judges in 12 countries between 2019 and 2024.',
  'SDG 8.7, A/RES/72/1, paragraph 14; budget USD 1,250,000.00.',
  'Support to children aged 10 to 17 in Kenya.',
  'In Kenya, 14 shelters were opened.',
  'Session 2: 2024-05-01 to 2024-05-03, document CTOC/COP/2018/2',
  'The regional hotline 116 006 is answered in five languages.',
  'Call 1-888-373-7888, the national hotline.',
  'Call 112 in an emergency.',
  'Write to info@example.org.',
  'Standards for shelters were adopted at the meeting on 12 May 2026.',
  'Five shelters along the road were inspected in 2025.',
  'A study of street children; 120 interviews.',
  'The Refugee Convention of 28 July 1951 applies.',
  'The initiative was born in 2016 out of the Declaration.',
  'Passport officers of 12 airports took part.',
  'The share rose from 12.5 to 13.25 per cent.',
  'Formation de 30 juges au Niger, 5 ans de coopération.',
  'Les enfants de moins de 18 ans sont prioritaires.',
  'Douze foyers ont reçu une aide en 2025.',
  'La ligne d’écoute 116 006 est gratuite.',
  'Écrire à contact@example.org.',
  'Le document A/71/119 du 12 juillet 2016.',
  'La route des Balkans : étude de 40 entretiens.',
  'La convention est née en 2000 à Palerme.',
  'Se abrieron 14 refugios en 3 países.',
  'Llame al 016, la línea nacional.',
  'Personas menores de 18 años en América Central.',
  'En Colombia, 10 años de trabajo conjunto.',
  'Niños de la calle: 120 entrevistas.',
  'El informe se publicó el 5 de mayo de 2026.',
  'Presupuesto: 1.250.000,00 USD.',
  'Escriba a info@example.org.',
  'Подготовлено 45 судей в 12 странах.',
  'В Африке 10 лет идёт обучение.',
  'Дети до 18 лет получают помощь.',
  'Открыто 7 приютов в 2025 году.',
  'Звоните на горячую линию 8 800 200 01 22.',
  'Документ A/RES/72/1 от 27 сентября 2017 года.',
  'Обучены сотрудники паспортного контроля.',
  'Писать: press@example.org.',
  '为12个国家的45名法官提供培训。',
  '未满18岁的儿童得到帮助。',
  '年龄在18岁以上的参与者。',
  '2025年开设了7个庇护所。',
  '请拨打热线110。',
  '文件A/RES/72/1，2017年9月27日。',
  '一带一路沿线25个国家参加。',
  '联系 info@example.org',
  'تدريب 45 قاضيا في 12 بلدا.',
  'الأطفال دون 18 سنة يتلقون المساعدة.',
  'استمر البرنامج لمدة 12 سنة.',
  'افتتح 7 مراكز إيواء في عام 2025.',
  'اتصل بالخط الساخن 116.',
  'الوثيقة A/RES/72/1 المؤرخة 27 سبتمبر 2017.',
  'أطفال الشوارع: 120 مقابلة.',
  'البريد الوظيفي: info@example.org',
]

test('finds at least nine of ten, and at least nine of ten findings are right, in six languages', () => {
  const labelled = Object.entries(positive).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })))
  const kindsIn = (text: string) => new Set<string>(findPersonalData(text).map((hit) => hit.kind))
  const missed = labelled.filter(({ kind, text }) => !kindsIn(text).has(kind))
  const wrong = [...labelled, ...harmless.map((text) => ({ kind: '', text }))].flatMap(({ kind, text }) =>
    [...kindsIn(text)].filter((found) => found !== kind).map((found) => ({ found, text })),
  )
  const right = labelled.length - missed.length
  const [recall, precision] = [right / labelled.length, right / (right + wrong.length)]
  console.info(
    `Personal data: ${labelled.length + harmless.length} sentences, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
    { missed, wrong },
  )
  expect(labelled.length + harmless.length).toBeGreaterThanOrEqual(120)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.9)
})

test('shows the words that were taken for it', () => {
  expect(findPersonalData('Our safe house, 7 Old Mill Lane, opened.')).toEqual([
    { kind: 'shelter_address', words: 'safe house, 7 Old Mill Lane' },
  ])
})
