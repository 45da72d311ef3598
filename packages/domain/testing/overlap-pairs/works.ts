import type { OverlapFacts } from '../../src/overlap/facts.ts'

/** One piece of work as two agencies would log it, each in its own words, and in another language of the six. */
export interface Work {
  ours: string
  theirs: string
  translated: string
  facts: Pick<OverlapFacts, 'places' | 'kind' | 'pillars' | 'forms' | 'audiences' | 'sdgTargets' | 'startOn' | 'endOn'>
  /** Where the other agency classified the same work otherwise. */
  differs: Partial<OverlapFacts>
  /** What marks a second phase and a second component in the language of `ours`. */
  phases: [string, string]
  components: [string, string]
}

const english: Pick<Work, 'phases' | 'components'> = {
  phases: ['phase I', 'phase II'],
  components: ['component A', 'component B'],
}

const work = (
  [ours, theirs, translated]: [string, string, string],
  [places, kind, pillars, forms, audiences, sdgTargets, startOn, endOn]: [
    string[],
    OverlapFacts['kind'],
    OverlapFacts['pillars'],
    OverlapFacts['forms'],
    OverlapFacts['audiences'],
    OverlapFacts['sdgTargets'],
    string,
    string,
  ],
  differs: Partial<OverlapFacts>,
  parts = english,
): Work => ({
  ours,
  theirs,
  translated,
  facts: { places, kind, pillars, forms, audiences, sdgTargets, startOn, endOn },
  differs,
  ...parts,
})

const french = { phases: ['première phase', 'deuxième phase'], components: ['composante 1', 'composante 2'] } as const
const spanish = { phases: ['primera fase', 'segunda fase'], components: ['componente 1', 'componente 2'] } as const
const russian = { phases: ['первый этап', 'второй этап'], components: ['компонент 1', 'компонент 2'] } as const
const chinese = { phases: ['第一期', '第二期'], components: ['第一部分', '第二部分'] } as const
const arabic = { phases: ['المرحلة الأولى', 'المرحلة الثانية'], components: ['المكوّن الأول', 'المكوّن الثاني'] } as const
const parts = (one: {
  readonly phases: readonly [string, string]
  readonly components: readonly [string, string]
}) => ({
  phases: [...one.phases] as [string, string],
  components: [...one.components] as [string, string],
})

// Odd ones (the first, the third …) were looked at while the weights were set; the even ones are held out.
export const works: readonly Work[] = [
  work(
    [
      'Training of labour inspectors on indicators of forced labour',
      'Labour inspectors trained in forced labour indicators',
      'Formation des inspecteurs du travail aux indicateurs du travail forcé',
    ],
    [['404'], 'CAPB', ['PROS'], ['LABOUR'], ['LEA'], ['8.7'], '2026-10-01', '2027-03-31'],
    { audiences: ['LEA', 'POLICY'], endOn: '2027-01-31' },
  ),
  work(
    [
      'Shelter and legal aid for women who return from exploitation abroad',
      'Legal aid and shelter for returning women survivors',
      'مأوى ومساعدة قانونية للنساء العائدات من الاستغلال في الخارج',
    ],
    [['104'], 'DIRECT', ['PROT'], ['SEXUAL'], ['SURV'], ['5.2'], '2026-06-01', '2027-05-31'],
    { forms: ['SEXUAL', 'SERVITUDE'] },
  ),
  work(
    [
      'Référentiel national d’orientation des victimes de la traite',
      'Mise en place du référentiel national d’orientation des victimes',
      'Национальный механизм направления жертв торговли людьми',
    ],
    [['384'], 'TA', ['PROT', 'PART'], ['LABOUR', 'BEGGING'], ['POLICY', 'CSO'], ['16.2'], '2026-09-01', '2027-08-31'],
    { pillars: ['PROT'], audiences: ['POLICY'] },
    parts(french),
  ),
  work(
    [
      'Campagne de sensibilisation des jeunes aux offres d’emploi trompeuses',
      'Sensibilisation de la jeunesse aux fausses offres d’emploi',
      'حملة توعية الشباب بعروض العمل الخادعة',
    ],
    [['788'], 'ADVO', ['PREV'], ['LABOUR', 'SEXUAL'], ['MEDIA'], ['8.7', '16.2'], '2026-07-01', '2026-12-31'],
    { audiences: ['MEDIA', 'CSO'] },
    parts(french),
  ),
  work(
    [
      'Capacitación de fiscales en investigaciones financieras de la trata',
      'Investigación financiera de la trata: curso para fiscales',
      'Training prosecutors to follow the money of traffickers',
    ],
    [['604'], 'CAPB', ['PROS'], ['SEXUAL', 'LABOUR'], ['JUD', 'LEA'], ['16.4'], '2026-11-01', '2027-04-30'],
    { audiences: ['JUD'] },
    parts(spanish),
  ),
  work(
    [
      'Estudio sobre la trata de niñas en zonas mineras',
      'Diagnóstico de la trata de niñas en la minería',
      'Étude sur la traite des filles dans les zones minières',
    ],
    [['068'], 'KNOW', ['PREV'], ['SEXUAL', 'LABOUR'], ['POLICY'], ['5.2', '8.7'], '2026-08-01', '2027-02-28'],
    { sdgTargets: ['8.7'] },
    parts(spanish),
  ),
  work(
    [
      'Обучение сотрудников миграционной службы выявлению жертв',
      'Выявление жертв: обучение миграционной службы',
      'Training migration officers to identify victims',
    ],
    [['417'], 'CAPB', ['PROT'], ['LABOUR'], ['LEA'], ['10.7'], '2026-09-15', '2027-06-15'],
    { pillars: ['PROT', 'PROS'] },
    parts(russian),
  ),
  work(
    [
      'Горячая линия для трудящихся-мигрантов, пострадавших от эксплуатации',
      'Поддержка горячей линии для пострадавших трудящихся-мигрантов',
      'Línea directa para trabajadores migrantes explotados',
    ],
    [['398'], 'DIRECT', ['PROT'], ['LABOUR'], ['SURV'], ['8.8'], '2026-05-01', '2027-04-30'],
    { audiences: ['SURV', 'CSO'] },
    parts(russian),
  ),
  work(
    ['面向渔业企业的供应链尽职调查培训', '渔业供应链尽职调查能力建设', 'Due diligence training for fishing companies'],
    [['764'], 'CAPB', ['PREV'], ['LABOUR', 'SLAVERY'], ['BUS'], ['8.7'], '2026-10-01', '2027-09-30'],
    { forms: ['LABOUR'] },
    parts(chinese),
  ),
  work(
    [
      '打击网络诈骗中强迫犯罪的警务合作',
      '网络诈骗强迫犯罪案件的警务合作项目',
      'Police cooperation against forced criminality in online scams',
    ],
    [['116'], 'TA', ['PROS', 'PART'], ['CRIMINAL'], ['LEA'], ['16.2', '16.4'], '2026-09-01', '2027-12-31'],
    { pillars: ['PROS'] },
    parts(chinese),
  ),
  work(
    [
      'تدريب القضاة على معاملة الضحايا من الأطفال',
      'دورة تدريبية للقضاة بشأن الأطفال الضحايا',
      'Formation des juges au traitement des enfants victimes',
    ],
    [['818'], 'CAPB', ['PROS', 'PROT'], ['BEGGING', 'SEXUAL'], ['JUD'], ['16.2'], '2026-10-15', '2027-03-15'],
    { pillars: ['PROS'] },
    parts(arabic),
  ),
  work(
    [
      'دعم إعداد خطة العمل الوطنية لمكافحة الاتجار بالأشخاص',
      'إعداد الخطة الوطنية لمكافحة الاتجار بالأشخاص',
      'Appui au plan d’action national contre la traite',
    ],
    [['400'], 'TA', ['PART'], ['LABOUR', 'SERVITUDE'], ['POLICY'], ['16.2', '17.18'], '2026-07-01', '2027-06-30'],
    { audiences: ['POLICY', 'PARL'] },
    parts(arabic),
  ),
  work(
    [
      'Community theatre against child marriage and trafficking',
      'Theatre in villages on child marriage and trafficking',
      'Théâtre communautaire contre le mariage d’enfants et la traite',
    ],
    [['524'], 'ADVO', ['PREV'], ['MARRIAGE'], ['CSO'], ['5.3'], '2026-11-01', '2027-10-31'],
    { sdgTargets: ['5.3', '5.2'] },
  ),
  work(
    [
      'Screening for trafficking at reception centres',
      'Trafficking screening in reception centres',
      'Проверка на признаки торговли людьми в центрах приёма',
    ],
    [['300'], 'EMERG', ['PROT'], ['SEXUAL', 'LABOUR'], ['HUM'], ['10.7'], '2026-08-01', '2027-01-31'],
    { audiences: ['HUM', 'CSO'] },
  ),
  work(
    [
      'Guidance on public procurement free of forced labour',
      'Procurement without forced labour: guidance for buyers',
      'Orientación sobre contratación pública sin trabajo forzoso',
    ],
    [['076'], 'NORM', ['PREV'], ['LABOUR'], ['POLICY', 'BUS'], ['8.7'], '2026-09-01', '2027-02-28'],
    { audiences: ['POLICY'] },
  ),
  work(
    [
      'Peer mentoring by survivors of domestic servitude',
      'Survivors of domestic servitude as peer mentors',
      'إرشاد الأقران من قبل ناجيات من الاستعباد المنزلي',
    ],
    [['608'], 'DIRECT', ['PROT'], ['SERVITUDE'], ['SURV'], ['8.8', '5.2'], '2026-06-15', '2027-06-14'],
    { sdgTargets: ['8.8'] },
  ),
  work(
    [
      'Study of trafficking for organ removal in the region',
      'Trafficking for organ removal: a regional study',
      'Étude régionale sur la traite aux fins de prélèvement d’organes',
    ],
    [['145'], 'KNOW', ['PROS'], ['ORGAN'], ['JUD', 'ACAD'], ['16.2'], '2026-10-01', '2027-07-31'],
    { audiences: ['ACAD'] },
  ),
  work(
    [
      'Train-the-trainer course for border police',
      'Border police trainers’ course',
      'Курс подготовки инструкторов пограничной полиции',
    ],
    [['807'], 'CAPB', ['PROS'], ['SEXUAL', 'CRIMINAL'], ['LEA'], ['16.2'], '2026-11-15', '2027-05-15'],
    { forms: ['SEXUAL'] },
  ),
  work(
    [
      'Monitoring of recruitment agencies for domestic workers',
      'Recruitment agencies for domestic workers monitored',
      'Seguimiento de las agencias de contratación de trabajadoras domésticas',
    ],
    [['288'], 'TA', ['PREV'], ['SERVITUDE', 'LABOUR'], ['BUS', 'POLICY'], ['8.8', '10.7'], '2026-09-01', '2027-08-31'],
    { audiences: ['POLICY'] },
  ),
  work(
    [
      'Journalists report on trafficking without harm',
      'Reporting on trafficking without harm, for journalists',
      'Périodisme éthique : informer sur la traite sans nuire',
    ],
    [['566'], 'CAPB', ['PREV'], ['SEXUAL'], ['MEDIA'], ['16.2'], '2026-10-01', '2026-12-31'],
    { audiences: ['MEDIA', 'ACAD'] },
  ),
]
