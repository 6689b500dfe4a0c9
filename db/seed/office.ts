/** The demo office: fictional places outside GB/T 2260 (domain.md §9.4), their bodies and people. A table; no rule lives here. */
import type { Post, UnitKind } from '#lib/domain/result'

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
const EXTRA: readonly Readonly<{ id: string; kind: UnitKind; name: string; en: string; code: string; place: PlaceKey }>[] = [
  {
    id: 'yi-agency',
    kind: 'agency',
    name: '乙旗社会保险事业服务中心',
    en: 'Yi Banner Social Insurance Service Centre',
    code: '乙社保',
    place: 'yi',
  },
  { id: 'yi-medical', kind: 'medical', name: '乙旗医疗保障局', en: 'Yi Banner Medical Security Bureau', code: '乙医保', place: 'yi' },
  { id: 'yi-court', kind: 'court', name: '乙旗人民法院', en: 'Yi Banner People’s Court', code: '乙法', place: 'yi' },
  { id: 'yi-justice', kind: 'justice', name: '乙旗司法局', en: 'Yi Banner Justice Bureau', code: '乙司', place: 'yi' },
]
export type SeedUnit = Readonly<{
  unitId: string
  kind: UnitKind
  name: string
  nameEn: string
  code: string
  division: string
  superiorId: string
  isOnPaper: boolean
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
      isOnPaper: `${KEYS[i]}-${body.id}` === 'geng-police', // 庚旗's police have no account here (D23)
    })),
  ),
  ...EXTRA.map((unit) => ({
    unitId: unit.id,
    kind: unit.kind,
    name: unit.name,
    nameEn: unit.en,
    code: unit.code,
    division: PLACES[KEYS.indexOf(unit.place)]?.division ?? '',
    superiorId: '',
    isOnPaper: false,
  })),
]

/** `login · name · unit · post`: a login is given name by name, so that a newcomer can guess it from the screen. */
export type SeedPerson = Readonly<{ login: string; name: string; unitId: string; post: Post }>
const at = (unitId: string, ...people: readonly [login: string, name: string, post: Post][]): SeedPerson[] =>
  people.map(([login, name, post]) => ({ login, name, unitId, post }))
export const PEOPLE: readonly SeedPerson[] = [
  ...at(
    'yi-hrss',
    ['chenmin', '陈敏', 'handler'],
    ['zhoukai', '周凯', 'handler'],
    ['sunli', '孙丽', 'handler'],
    ['lifang', '李芳', 'reviewer'],
    ['wangjianping', '王建平', 'approver'],
    ['hexiaodong', '何晓东', 'liaison'],
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
    ['qiaoyi', '乔毅', 'approver'],
    ['pangbo', '庞博', 'liaison'],
  ),
  ...at('bing-police', ['leiming', '雷鸣', 'intake'], ['dongfei', '董飞', 'handler'], ['shangjie', '尚杰', 'approver']),
  ...at('bing-proc', ['muqing', '穆清', 'supervisor']),
  ...at(
    'ding-hrss',
    ['hanxue', '韩雪', 'handler'],
    ['luping', '鲁平', 'handler'],
    ['zhengtao', '郑涛', 'approver'],
    ['fangqi', '方琪', 'liaison'],
  ),
  ...at('ding-police', ['kangle', '康乐', 'intake'], ['jingtian', '景天', 'handler'], ['wenhai', '温海', 'approver']),
  ...at(
    'geng-hrss',
    ['alatan', '阿拉坦', 'handler'],
    ['suhe', '苏和', 'handler'],
    ['burigude', '布日古德', 'approver'],
    ['nara', '娜仁', 'liaison'],
  ),
  ...at(
    'ji-hrss',
    ['xiaobin', '肖斌', 'handler'],
    ['yaoting', '姚婷', 'handler'],
    ['shiguang', '石光', 'approver'],
    ['niexin', '聂欣', 'liaison'],
  ),
  ...at('ji-police', ['tongwei', '佟伟', 'intake'], ['zuoan', '左安', 'handler'], ['yinjun', '尹军', 'approver']),
  ...at('wu-hrss', ['lianghua', '梁华', 'approver'], ['caijing', '蔡静', 'liaison']),
  ...at('yi-justice', ['sijian', '司简', 'overseer']),
]
export const ADMINISTRATORS = [
  { login: 'xitong', name: '系统管理员', post: 'system-admin' },
  { login: 'anquan', name: '安全管理员', post: 'security-admin' },
  { login: 'shenji', name: '审计管理员', post: 'audit-admin' },
] as const

/** Everybody in office from the first day on. */
export const POSTS_HELD = PEOPLE.map((person) => ({ ...person, from: '2016-01-04', to: null as string | null }))

export const personIdOf = (login: string): string => `p-${login}`
