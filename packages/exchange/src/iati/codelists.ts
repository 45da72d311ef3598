// Source: the code lists of the International Aid Transparency Initiative, June 2026.

const activeSectors = codes(`
  11110 11120 11130 11182 11220 11230 11231 11232 11240 11250 11260 11320 11330 11420 11430 12110 12181 12182
  12191 12196 12220 12230 12240 12250 12261 12262 12263 12264 12281 12310 12320 12330 12340 12350 12382 13010
  13020 13030 13040 13081 13096 14010 14015 14020 14021 14022 14030 14031 14032 14040 14050 14081 15110 15111
  15112 15113 15114 15116 15117 15118 15119 15121 15122 15123 15124 15125 15126 15127 15128 15129 15130 15131
  15132 15133 15134 15135 15136 15137 15142 15143 15144 15150 15151 15152 15153 15154 15155 15156 15160 15170
  15180 15185 15190 15196 15210 15220 15230 15240 15250 15261 16010 16011 16012 16013 16014 16015 16020 16030
  16040 16050 16061 16062 16063 16064 16065 16066 16070 16080 21010 21011 21012 21013 21020 21021 21022 21023
  21024 21030 21040 21050 21061 21081 22010 22011 22012 22013 22020 22030 22040 23110 23111 23112 23181 23182
  23183 23210 23220 23230 23231 23232 23240 23250 23260 23270 23310 23320 23330 23340 23350 23360 23410 23510
  23610 23620 23630 23631 23640 23641 23642 24010 24020 24030 24040 24050 24081 25010 25020 25030 25040 31110
  31120 31130 31140 31150 31161 31162 31163 31164 31165 31166 31181 31182 31191 31192 31193 31194 31195 31210
  31220 31261 31281 31282 31291 31310 31320 31381 31382 31391 32110 32120 32130 32140 32161 32162 32163 32164
  32165 32166 32167 32168 32169 32170 32171 32172 32173 32174 32182 32210 32220 32261 32262 32263 32264 32265
  32266 32267 32268 32310 33110 33120 33130 33140 33150 33181 33210 41010 41020 41030 41040 41081 41082 43010
  43030 43031 43032 43040 43041 43042 43050 43060 43071 43072 43073 43081 43082 51010 52010 53030 53040 60010
  60020 60030 60040 60061 60062 60063 72010 72011 72012 72040 72050 73010 74020 91010 93010 93011 93012 93013
  93014 93015 93016 93017 93018 99810 99820
`)

const withdrawnSectors = codes(`
  11321 11322 15120 15140 15161 15162 15163 15164 23010 23020 23030 23040 23050 23061 23062 23063 23064 23065
  23066 23067 23068 23069 23070 23081 23082 41050 74010 92010 92020 92030
`)

const sectorCategories = codes(`
  111 112 113 114 121 122 123 130 140 151 152 160 210 220 230 231 232 233 234 235 236 240 250 311 312 313 321 322
  323 331 332 410 430 510 520 530 600 720 730 740 910 920 930 998
`)

/** ISO 3166-1 alpha-2, with XK, and AN that was withdrawn. */
const countries = codes(`
  AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BQ BA BW BV BR IO BN BG BF BI
  KH CM CA CV KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE ET FK FO FJ
  FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM
  JP JE JO KZ KE KI KP KR XK KW KG LA LV LB LS LR LY LI LT LU MO MK MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC
  MN ME MS MA MZ MM NA NR NP NL AN NC NZ NI NE NG NU NF MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU
  RW BL SH KN LC MF PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS SS ES LK SD SR SJ SZ SE CH SY TW TJ TZ
  TH TL TG TK TO TT TN TR TM TC TV UG UA AE GB US UM UY UZ VU VE VN VG VI WF EH YE ZM ZW
`)

/** DAC region → the M49 region that holds it; null for what is nowhere in particular. */
const dacRegions = new Map<string, string | null>([
  ['88', '039'],
  ['89', '150'],
  ['189', '015'],
  ['289', '202'],
  ['298', '002'],
  ['380', '029'],
  ['389', '419'],
  ['489', '005'],
  ['498', '019'],
  ['589', '145'],
  ['619', '143'],
  ['679', '034'],
  ['689', '142'],
  ['789', '142'],
  ['798', '142'],
  ['889', '009'],
  ['998', null],
  ['1027', '014'],
  ['1028', '017'],
  ['1029', '018'],
  ['1030', '011'],
  ['1031', '029'],
  ['1032', '013'],
  ['1033', '054'],
  ['1034', '057'],
  ['1035', '061'],
])

const legacyTransactionTypes = new Map([
  ['C', '2'],
  ['D', '3'],
  ['E', '4'],
  ['IF', '1'],
  ['IR', '5'],
  ['LR', '6'],
  ['R', '7'],
  ['QP', '8'],
  ['QS', '9'],
  ['CG', '10'],
])

/** Whether a sector code of vocabulary 1 (purpose) or 2 (category) is on the list; other vocabularies are not checked. */
export function sectorState(vocabulary: string, code: string): 'active' | 'withdrawn' | 'unknown' {
  if (vocabulary === '2') return sectorCategories.has(code) ? 'active' : 'unknown'
  if (vocabulary !== '1') return 'active'
  if (activeSectors.has(code)) return 'active'
  return withdrawnSectors.has(code) ? 'withdrawn' : 'unknown'
}

export function isCountry(code: string): boolean {
  return countries.has(code)
}

/** The M49 code of a region, null when it is nowhere in particular, undefined when the code is not on the list. */
export function regionM49(vocabulary: string, code: string): string | null | undefined {
  if (vocabulary === '1') return dacRegions.get(code)
  if (vocabulary === '2') return /^\d{1,3}$/.test(code) ? code.padStart(3, '0') : undefined
  return null
}

/** The 2.0x transaction type of a code of version 1 (`C` → `2`). */
export function fromLegacyTransactionType(code: string): string | undefined {
  return legacyTransactionTypes.get(code)
}

/** Incoming funds to incoming pledge. */
export function isTransactionType(code: string): boolean {
  return /^([1-9]|1[0-3])$/.test(code)
}

function codes(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
