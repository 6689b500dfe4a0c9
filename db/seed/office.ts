/** The demo office: fictional places outside GB/T 2260 (docs/handbook.md §9.4), their bodies and people. A table; no rule lives here. */
import type { Day, Post, UnitKind } from '#lib/domain/result'

type Place = Readonly<{ division: string; name: string; en: string; short: string; superior: string }>
const PLACES: readonly Place[] = [
  { division: '159900', name: '甲盟', en: 'Jia League', short: '甲', superior: 'region' },
  { division: '159921', name: '乙旗', en: 'Yi Banner', short: '乙', superior: 'jia' },
  { division: '159922', name: '丙县', en: 'Bing County', short: '丙', superior: 'jia' },
  { division: '159981', name: '丁市', en: 'Ding City', short: '丁', superior: 'jia' },
  { division: '159800', name: '戊市', en: 'Wu Municipality', short: '戊', superior: 'region' },
  { division: '159802', name: '己区', en: 'Ji District', short: '己', superior: 'wu' },
  { division: '159823', name: '庚旗', en: 'Geng Banner', short: '庚', superior: 'wu' },
]
const KEYS = ['jia', 'yi', 'bing', 'ding', 'wu', 'ji', 'geng'] as const
export type PlaceKey = (typeof KEYS)[number]

type Body = Readonly<{ kind: UnitKind; id: string; name: (p: Place) => string; en: (p: Place) => string; code: (p: Place) => string }>
const BODIES: readonly Body[] = [
  {
    kind: 'bureau',
    id: 'hrss',
    name: (p) => `${p.name}人力资源和社会保障局`,
    en: (p) => `${p.en} Human Resources and Social Security Bureau`,
    code: (p) => `${p.short}人社`,
  },
  {
    kind: 'police',
    id: 'police',
    name: (p) => `${p.name}公安局`,
    en: (p) => `${p.en} Public Security Bureau`,
    code: (p) => `${p.short}公`,
  },
  {
    kind: 'procuratorate',
    id: 'proc',
    name: (p) => (p.name === '甲盟' ? '甲盟人民检察院分院' : `${p.name}人民检察院`),
    en: (p) => `${p.en} People’s Procuratorate`,
    code: (p) => `${p.short}检`,
  },
  {
    kind: 'commission',
    id: 'comm',
    name: (p) => `${p.name}监察委员会`,
    en: (p) => `${p.en} Supervision Commission`,
    code: (p) => `${p.short}监`,
  },
]
type Extra = Readonly<{
  id: string
  kind: UnitKind
  name: string
  en: string
  code: string
  place: PlaceKey
  from?: Day
  superiorId?: string
}>
const EXTRA: readonly Extra[] = [
  {
    id: 'yi-agency',
    kind: 'agency',
    name: '乙旗社会保险事业服务中心',
    en: 'Yi Banner Social Insurance Service Centre',
    code: '乙社保',
    place: 'yi',
  },
  {
    id: 'yi-medical',
    kind: 'medical',
    name: '乙旗医疗保障局',
    en: 'Yi Banner Medical Security Bureau',
    code: '乙医保',
    place: 'yi',
    from: '2019-01-10',
  },
  { id: 'yi-court', kind: 'court', name: '乙旗人民法院', en: 'Yi Banner People’s Court', code: '乙法', place: 'yi' },
  { id: 'yi-justice', kind: 'justice', name: '乙旗司法局', en: 'Yi Banner Justice Bureau', code: '乙司', place: 'yi' },
  // Two bureaus that only a careful reader tells apart: the economic zone and the economic and technological one.
  {
    id: 'dingjing-hrss',
    kind: 'bureau',
    name: '丁市人力资源和社会保障局经济开发区分局',
    en: 'Ding City HRSS Bureau, Economic Development Zone Branch',
    code: '丁经人社',
    place: 'ding',
    from: '2020-05-06',
    superiorId: 'ding-hrss',
  },
  {
    id: 'dingjishu-hrss',
    kind: 'bureau',
    name: '丁市人力资源和社会保障局经济技术开发区分局',
    en: 'Ding City HRSS Bureau, Economic and Technological Development Zone Branch',
    code: '丁经技人社',
    place: 'ding',
    from: '2020-05-06',
    superiorId: 'ding-hrss',
  },
]
/** How a unit was called before, and the day on which it took today's name. */
export const FORMER_NAMES: readonly Readonly<{ unitId: string; name: string; en: string; until: Day }>[] = [
  { unitId: 'yi-agency', name: '乙旗社会保险事业管理局', en: 'Yi Banner Social Insurance Administration', until: '2021-06-01' },
  {
    unitId: 'geng-hrss',
    name: '庚旗人力资源社会保障局',
    en: 'Geng Banner Human Resources, Social Security and Labour Bureau',
    until: '2021-05-10',
  },
]
/** Who kept watch over a unit before: a case stays with the superior of its registration. */
export const FORMER_SUPERIORS: readonly Readonly<{ unitId: string; superiorId: string; until: Day }>[] = [
  // Until then the region's department kept watch over the funds of banners and counties itself; the league has the cases since.
  { unitId: 'yi-hrss', superiorId: 'region-hrss', until: '2026-09-01' },
  { unitId: 'bing-hrss', superiorId: 'region-hrss', until: '2026-09-01' },
  { unitId: 'ding-hrss', superiorId: 'region-hrss', until: '2026-09-01' },
]
/** The office begins before its oldest case; a commission began with its law (JCF-2018), and nobody could send it anything before. */
export const FOUNDED: Day = '2016-01-04'
const COMMISSIONS_FROM: Day = '2018-03-20'
const ON_PAPER = ['geng-police', 'geng-comm', 'wu-comm'] // no account here (D23)
export type SeedUnit = Readonly<{
  unitId: string
  kind: UnitKind
  name: string
  nameEn: string
  code: string
  division: string
  superiorId: string
  isOnPaper: boolean
  from: Day
}>
export const UNITS: readonly SeedUnit[] = [
  {
    unitId: 'region-hrss',
    kind: 'bureau',
    name: '自治区人力资源和社会保障厅',
    nameEn: 'Autonomous Region Department of Human Resources and Social Security',
    code: '区人社',
    division: '159000',
    superiorId: '',
    isOnPaper: false,
    from: FOUNDED,
  },
  ...PLACES.flatMap((place, i) =>
    BODIES.map((body) => ({
      unitId: `${KEYS[i]}-${body.id}`,
      kind: body.kind,
      name: body.name(place),
      nameEn: body.en(place),
      code: body.code(place),
      division: place.division,
      superiorId: body.id === 'hrss' ? `${place.superior}-hrss` : '',
      isOnPaper: ON_PAPER.includes(`${KEYS[i]}-${body.id}`),
      from: body.kind === 'commission' ? COMMISSIONS_FROM : FOUNDED,
    })),
  ),
  ...EXTRA.map((unit) => ({
    unitId: unit.id,
    kind: unit.kind,
    name: unit.name,
    nameEn: unit.en,
    code: unit.code,
    division: PLACES[KEYS.indexOf(unit.place)]?.division ?? '',
    superiorId: unit.superiorId ?? '',
    isOnPaper: false,
    from: unit.from ?? FOUNDED,
  })),
]

/**
 * A login is given name by name, so that a newcomer can guess it from the screen. Without a date a post is held since the unit
 * began; `to` is its last day.
 */
export type SeedPerson = Readonly<{ login: string; name: string; unitId: string; post: Post; from: Day; to: Day | null }>
const at = (unitId: string, ...people: readonly [login: string, name: string, post: Post, from?: Day | '', to?: Day][]): SeedPerson[] =>
  people.map(([login, name, post, from, to]) => ({
    login,
    name,
    unitId,
    post,
    from: from || (UNITS.find((unit) => unit.unitId === unitId)?.from ?? FOUNDED),
    to: to ?? null,
  }))
export const PEOPLE: readonly SeedPerson[] = [
  ...at(
    'yi-hrss',
    ['chenmin', '陈敏', 'handler'],
    ['zhoukai', '周凯', 'handler'],
    ['sunli', '孙丽', 'handler'],
    ['liqiang', '李强', 'handler', '2020-07-01'], // two of one name, as happens
    ['xiaoliqiang', '李强', 'handler', '2024-08-01'],
    ['suji', '苏𠮷', 'handler', '2022-03-01'], // U+20BB7: outside the basic plane
    ['lifang', '李芳', 'reviewer'],
    ['tuya', '图雅', 'approver', '', '2021-06-30'],
    ['wangjianping', '王建平', 'approver', '2021-07-01'],
    ['hexiaodong', '何晓东', 'liaison'],
    ['baoyin', '宝音', 'handler', '', '2025-06-30'],
    ['weidong', '魏东', 'handler', '', '2025-06-30'],
  ),
  ...at(
    'yi-police',
    ['haoqiang', '郝强', 'intake'],
    ['liuyang', '刘洋', 'handler'],
    ['maweiguo', '马卫国', 'approver'],
    ['lanying', '兰英', 'liaison'],
  ),
  ...at(
    'yi-proc',
    ['guanqing', '关青', 'intake'],
    ['fengyu', '冯宇', 'handler'],
    ['duanrui', '段睿', 'approver'],
    ['jianning', '简宁', 'supervisor'],
    ['yuemei', '岳梅', 'liaison'],
  ),
  ...at(
    'yi-comm',
    ['quhong', '曲红', 'intake'],
    ['batu', '巴图·孟和', 'handler'],
    ['tianye', '田野', 'approver'],
    ['shulan', '舒兰', 'liaison'],
  ),
  ...at('jia-hrss', ['taoyongchang', '陶永昌', 'approver'], ['baixue', '白雪', 'liaison']),
  ...at(
    'bing-hrss',
    ['gaoyuan', '高远', 'handler'],
    ['wuxia', '武霞', 'handler'],
    ['gulan', '古兰', 'reviewer'],
    ['qiaoyi', '乔毅', 'approver'],
    ['pangbo', '庞博', 'liaison'],
    ['shilei', '石磊', 'handler', '', '2025-12-31'],
    ['qiaomu', '乔木', 'handler', '', '2025-12-31'],
  ),
  ...at('bing-police', ['leiming', '雷鸣', 'intake'], ['dongfei', '董飞', 'handler'], ['shangjie', '尚杰', 'approver']),
  ...at('bing-proc', ['muqing', '穆清', 'supervisor']),
  ...at('bing-comm', ['cuiying', '崔颖', 'intake'], ['luojin', '罗晋', 'handler'], ['panhui', '潘慧', 'approver']),
  ...at(
    'ding-hrss',
    ['hanxue', '韩雪', 'handler'],
    ['luping', '鲁平', 'handler'],
    ['yunfei', '云飞', 'reviewer'],
    ['zhengtao', '郑涛', 'approver'],
    ['fangqi', '方琪', 'liaison'],
    ['yulan', '于兰', 'handler', '', '2026-09-30'],
    ['haisheng', '海胜', 'handler', '', '2026-09-30'],
  ),
  ...at('ding-police', ['kangle', '康乐', 'intake'], ['jingtian', '景天', 'handler'], ['wenhai', '温海', 'approver']),
  ...at('ding-proc', ['siqin', '斯琴', 'intake'], ['gerile', '格日勒', 'handler'], ['ningjun', '宁军', 'approver']),
  ...at('ding-comm', ['jiafei', '贾菲', 'intake'], ['hulin', '胡林', 'handler'], ['xinyue', '辛越', 'approver']),
  ...at(
    'dingjing-hrss',
    ['puyu', '蒲玉', 'handler'],
    ['zangli', '臧立', 'handler'],
    ['louxin', '娄欣', 'reviewer'],
    ['aiping', '艾平', 'approver'],
    ['shuqin', '舒琴', 'liaison'],
  ),
  ...at('dingjishu-hrss', ['qilin', '齐林', 'handler'], ['yingxin', '应欣', 'handler'], ['mengke', '孟克', 'approver']),
  ...at(
    'geng-hrss',
    ['alatan', '阿拉坦', 'handler'],
    ['suhe', '苏和', 'handler'],
    ['sarna', '萨日娜', 'reviewer'],
    ['burigude', '布日古德', 'approver'],
    ['nara', '娜仁', 'liaison'],
  ),
  ...at(
    'ji-hrss',
    ['xiaobin', '肖斌', 'handler'],
    ['yaoting', '姚婷', 'handler'],
    ['biqing', '毕晴', 'reviewer'],
    ['shiguang', '石光', 'approver'],
    ['niexin', '聂欣', 'liaison'],
    ['tanghe', '唐河', 'handler', '', '2025-12-31'],
    ['fuyun', '傅云', 'handler', '', '2025-12-31'],
  ),
  ...at('ji-police', ['tongwei', '佟伟', 'intake'], ['zuoan', '左安', 'handler'], ['yinjun', '尹军', 'approver']),
  ...at('ji-comm', ['lianqiao', '连翘', 'intake'], ['jisheng', '吉胜', 'handler'], ['kongyan', '孔彦', 'approver']),
  ...at(
    'wu-hrss',
    ['qinlu', '秦璐', 'reviewer'],
    ['lianghua', '梁华', 'approver'],
    ['caijing', '蔡静', 'liaison'],
    ['muren', '木仁', 'handler'],
    ['xuejing', '薛静', 'handler'],
    ['wangyang', '汪洋', 'handler', '', '2025-12-31'],
    ['bailu', '白露', 'handler', '', '2025-12-31'],
  ),
  ...at('wu-police', ['jiangbo', '江波', 'intake'], ['dengke', '邓可', 'handler'], ['yuzhou', '余舟', 'approver']),
  ...at('yi-justice', ['sijian', '司简', 'overseer']),
]
/** Who left for good, and the first day away. Their cases keep their names. */
export const LEFT: readonly Readonly<{ login: string; on: Day }>[] = [
  { login: 'tuya', on: '2021-07-01' },
  { login: 'baoyin', on: '2025-07-01' },
]
export const ADMINISTRATORS = [
  { login: 'xitong', name: '系统管理员', post: 'system-admin' },
  { login: 'anquan', name: '安全管理员', post: 'security-admin' },
  { login: 'shenji', name: '审计管理员', post: 'audit-admin' },
] as const

export const personIdOf = (login: string): string => `p-${login}`
