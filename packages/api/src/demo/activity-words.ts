import type { ActivityKind, ActivityTag, ExploitationForm, Pillar } from '@concert/domain/codelists'
import type { Locale } from '@concert/domain/locales'

type InSixLanguages = Record<Locale, string>

export const examplePrefix: InSixLanguages = {
  en: 'Example: ',
  fr: 'Exemple : ',
  es: 'Ejemplo: ',
  ru: 'Пример: ',
  zh: '示例：',
  ar: 'مثال: ',
}

/** What is done, by kind. */
export const deeds: Record<ActivityKind, InSixLanguages> = {
  CAPB: {
    en: 'training',
    fr: 'formation',
    es: 'capacitación',
    ru: 'обучение',
    zh: '培训',
    ar: 'تدريب',
  },
  TA: {
    en: 'technical assistance',
    fr: 'assistance technique',
    es: 'asistencia técnica',
    ru: 'техническая помощь',
    zh: '技术援助',
    ar: 'مساعدة تقنية',
  },
  NORM: {
    en: 'policy guidance',
    fr: 'orientations générales',
    es: 'orientación normativa',
    ru: 'методические указания',
    zh: '政策指导',
    ar: 'إرشادات في مجال السياسات',
  },
  KNOW: { en: 'study', fr: 'étude', es: 'estudio', ru: 'исследование', zh: '研究', ar: 'دراسة' },
  DIRECT: {
    en: 'direct assistance to victims',
    fr: 'assistance directe aux victimes',
    es: 'asistencia directa a las víctimas',
    ru: 'непосредственная помощь жертвам',
    zh: '对受害者的直接援助',
    ar: 'مساعدة مباشرة للضحايا',
  },
  JOINT: {
    en: 'joint programme',
    fr: 'programme commun',
    es: 'programa conjunto',
    ru: 'совместная программа',
    zh: '联合方案',
    ar: 'برنامج مشترك',
  },
  ADVO: {
    en: 'awareness campaign',
    fr: 'campagne de sensibilisation',
    es: 'campaña de sensibilización',
    ru: 'информационная кампания',
    zh: '宣传活动',
    ar: 'حملة توعية',
  },
  COORD: {
    en: 'briefing for Member States',
    fr: 'séance d’information pour les États Membres',
    es: 'sesión informativa para los Estados Miembros',
    ru: 'брифинг для государств-членов',
    zh: '会员国情况介绍会',
    ar: 'إحاطة للدول الأعضاء',
  },
  EMERG: {
    en: 'protection in a humanitarian response',
    fr: 'protection dans une intervention humanitaire',
    es: 'protección en una respuesta humanitaria',
    ru: 'защита в рамках гуманитарного реагирования',
    zh: '人道主义应急中的保护',
    ar: 'الحماية في الاستجابة الإنسانية',
  },
  PROC: {
    en: 'responsible procurement',
    fr: 'achats responsables',
    es: 'adquisiciones responsables',
    ru: 'ответственные закупки',
    zh: '负责任采购',
    ar: 'المشتريات المسؤولة',
  },
}

export interface Topic {
  words: InSixLanguages
  pillars: readonly Pillar[]
  forms: readonly ExploitationForm[]
  tags: readonly ActivityTag[]
  targets: readonly ('5.2' | '5.3' | '8.7' | '8.8' | '10.7' | '16.2' | '16.3' | '16.4' | '16.a' | '17.18')[]
  paragraphs: readonly string[]
}

/** What it is about. */
export const topics: readonly Topic[] = [
  {
    words: {
      en: 'forced labour',
      fr: 'travail forcé',
      es: 'trabajo forzoso',
      ru: 'принудительный труд',
      zh: '强迫劳动',
      ar: 'العمل الجبري',
    },
    pillars: ['PREV', 'PROT'],
    forms: ['LABOUR', 'SERVITUDE'],
    tags: ['demand'],
    targets: ['8.7', '8.8'],
    paragraphs: ['9', '15'],
  },
  {
    words: {
      en: 'trafficking in children',
      fr: 'traite des enfants',
      es: 'trata de niños',
      ru: 'торговля детьми',
      zh: '贩运儿童',
      ar: 'الاتجار بالأطفال',
    },
    pillars: ['PROT', 'PROS'],
    forms: ['SEXUAL', 'BEGGING'],
    tags: [],
    targets: ['16.2', '5.2'],
    paragraphs: ['19'],
  },
  {
    words: {
      en: 'trafficking through the Internet',
      fr: 'traite facilitée par Internet',
      es: 'trata facilitada por Internet',
      ru: 'торговля людьми с использованием Интернета',
      zh: '利用互联网的贩运',
      ar: 'الاتجار عبر الإنترنت',
    },
    pillars: ['PROS', 'PREV'],
    forms: ['SEXUAL', 'CRIMINAL'],
    tags: ['technology'],
    targets: ['16.4'],
    paragraphs: ['22'],
  },
  {
    words: {
      en: 'financial investigations',
      fr: 'enquêtes financières',
      es: 'investigaciones financieras',
      ru: 'финансовые расследования',
      zh: '金融调查',
      ar: 'التحقيقات المالية',
    },
    pillars: ['PROS'],
    forms: ['CRIMINAL'],
    tags: ['financial_flows'],
    targets: ['16.4', '16.3'],
    paragraphs: ['10'],
  },
  {
    words: {
      en: 'refugees and migrants at risk',
      fr: 'réfugiés et migrants exposés',
      es: 'refugiados y migrantes en riesgo',
      ru: 'беженцы и мигранты в группе риска',
      zh: '面临风险的难民和移民',
      ar: 'اللاجئون والمهاجرون المعرضون للخطر',
    },
    pillars: ['PROT', 'PREV'],
    forms: ['LABOUR', 'SEXUAL'],
    tags: ['refugees_migrants'],
    targets: ['10.7', '5.2'],
    paragraphs: ['18'],
  },
  {
    words: {
      en: 'supply chains',
      fr: 'chaînes d’approvisionnement',
      es: 'cadenas de suministro',
      ru: 'производственно-сбытовые цепочки',
      zh: '供应链',
      ar: 'سلاسل الإمداد',
    },
    pillars: ['PREV', 'PART'],
    forms: ['LABOUR'],
    tags: ['supply_chains', 'procurement'],
    targets: ['8.7'],
    paragraphs: ['25'],
  },
  {
    words: {
      en: 'data on trafficking',
      fr: 'données sur la traite',
      es: 'datos sobre la trata',
      ru: 'данные о торговле людьми',
      zh: '贩运数据',
      ar: 'بيانات الاتجار بالأشخاص',
    },
    pillars: ['PREV', 'PART'],
    forms: [],
    tags: [],
    targets: ['17.18', '16.2'],
    paragraphs: ['16', '17'],
  },
  {
    words: {
      en: 'legislation and prosecution',
      fr: 'législation et poursuites',
      es: 'legislación y enjuiciamiento',
      ru: 'законодательство и уголовное преследование',
      zh: '立法与起诉',
      ar: 'التشريعات والملاحقة القضائية',
    },
    pillars: ['PROS'],
    forms: ['SEXUAL', 'LABOUR', 'ORGAN'],
    tags: [],
    targets: ['16.3', '16.a'],
    paragraphs: ['5', '14'],
  },
  {
    words: {
      en: 'the voices of survivors',
      fr: 'parole des rescapés',
      es: 'la voz de los supervivientes',
      ru: 'голос переживших торговлю людьми',
      zh: '幸存者的声音',
      ar: 'أصوات الناجين',
    },
    pillars: ['PROT', 'PART'],
    forms: [],
    tags: ['survivor_input', 'awareness'],
    targets: ['5.2', '16.3'],
    paragraphs: ['8'],
  },
]

/** A sentence that says what the record is, for its description. */
export const explanations: InSixLanguages = {
  en: 'An invented activity of the demonstration. It stands for no real work of any agency.',
  fr: 'Activité inventée pour la démonstration. Elle ne correspond à aucune action réelle d’une institution.',
  es: 'Actividad inventada para la demostración. No corresponde a ninguna labor real de un organismo.',
  ru: 'Вымышленное мероприятие для демонстрации. Не отражает реальной работы какого-либо учреждения.',
  zh: '为演示而虚构的活动，不代表任何机构的实际工作。',
  ar: 'نشاط مُختلَق لأغراض العرض، ولا يمثل عملا فعليا لأي وكالة.',
}
