/**
 * Names under which armed groups are written about, in the scripts of the six languages. An activity speaks of "armed
 * groups", never of one by name, so that nobody who works or lives near one is endangered by the log.
 */
const names = [
  ...['boko haram', 'боко харам', '博科圣地', 'بوكو حرام'],
  ...['al-shabaab', 'al shabaab', 'аш-шабааб', '青年党', 'حركة الشباب'],
  ...['isil', 'isis', 'islamic state', 'etat islamique', 'estado islamico', 'daesh', 'исламское государство', 'игил'],
  ...['伊斯兰国', 'داعش', 'الدولة الاسلامية', 'iswap'],
  ...['al-qaida', 'al-qaeda', 'al qaida', 'al qaeda', 'аль-каида', '基地组织', 'القاعدة في'],
  ...["lord's resistance army", 'lord’s resistance army', 'armee de resistance du seigneur', '上帝抵抗军', 'جيش الرب'],
  ...['taliban', 'талибан', '塔利班', 'طالبان'],
  ...['al-nusra', 'jabhat', 'нусра', '努斯拉阵线', 'جبهة النصرة'],
  ...['abu sayyaf', 'абу сайяф', '阿布沙耶夫', 'ابو سياف'],
  ...['farc', 'ejercito de liberacion nacional', 'march 23 movement', 'm23', 'allied democratic forces'],
  ...['haqqani network', 'janjaweed', 'джанджавид', 'الجنجويد', 'wagner group', 'hezbollah', 'hizbullah', 'houthi'],
]

const patterns = names.map((name) => ({
  name,
  pattern: /^[a-zа-я]/u.test(name)
    ? new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u')
    : new RegExp(name, 'u'),
}))

/** The names of armed groups that a text uses, in lower case and without accents. */
export function findArmedGroups(text: string): string[] {
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u0305\u0307-\u036f\u064b-\u065f\u0653-\u0655]/g, '')
    .normalize('NFC')
    .toLowerCase()
  return patterns.filter(({ pattern }) => pattern.test(folded)).map(({ name }) => name)
}
