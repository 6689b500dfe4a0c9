/** Three axes of risk of 107号文 §3 (link, post, period) and the ways it is done (domain.md §9.2; those from published typologies are S). */
import type { Tag, Words } from './row.ts'

type Term = Words & Readonly<{ id: string }>

export const LINKS = [
  { id: 'LK1', zh: '参保登记', en: 'Enrolment' },
  { id: 'LK2', zh: '征缴', en: 'Collection' },
  { id: 'LK3', zh: '待遇核定', en: 'Benefit verification' },
  { id: 'LK4', zh: '待遇发放', en: 'Benefit payment' },
  { id: 'LK5', zh: '关系转移', en: 'Transfer of entitlement' },
  { id: 'LK6', zh: '退休审批、档案', en: 'Retirement approval, archives' },
  { id: 'LK7', zh: '工伤认定、劳动能力鉴定', en: 'Work-injury and capacity assessment' },
  { id: 'LK8', zh: '代发银行', en: 'Paying bank' },
  { id: 'LK9', zh: '信息系统', en: 'Information system' },
  { id: 'LK10', zh: '财务会计', en: 'Accounting' },
  { id: 'LK11', zh: '出纳', en: 'Cashier' },
  { id: 'LK12', zh: '银行对账', en: 'Bank reconciliation' },
] as const satisfies readonly Term[]

export const RISK_POSTS = [
  { id: 'GW1', zh: '会计', en: 'Accountant' },
  { id: 'GW2', zh: '出纳', en: 'Cashier' },
  { id: 'GW3', zh: '业务经办', en: 'Case worker' },
  { id: 'GW4', zh: '审核', en: 'Checker' },
  { id: 'GW5', zh: '系统管理', en: 'System administrator' },
  { id: 'GW6', zh: '负责人', en: 'Person in charge' },
  { id: 'GW7', zh: '协办员', en: 'Village helper' },
  { id: 'GW8', zh: '银行代发', en: 'Bank payment clerk' },
  { id: 'GW9', zh: '中介、单位人事', en: 'Broker or company HR' },
  { id: 'GW10', zh: '参保人家属', en: 'Family of an insured person' },
] as const satisfies readonly Term[]

export const RISK_PERIODS = [
  { id: 'SD1', zh: '政策变化', en: 'Change of policy' },
  { id: 'SD2', zh: '干部调整', en: 'Change of cadres' },
  { id: 'SD3', zh: '年末结账', en: 'Year-end closing' },
  { id: 'SD4', zh: '系统切换', en: 'System change-over' },
  { id: 'SD5', zh: '突发事件补助', en: 'Emergency allowances' },
] as const satisfies readonly Term[]

export const MODUS = [
  { id: 'MD01', zh: '死亡续领、空挂', en: 'Payment kept up after death', tag: 'S' },
  { id: 'MD02', zh: '服刑续领', en: 'Payment kept up in prison', tag: 'S' },
  { id: 'MD03', zh: '重复领取（双户籍、跨险种）', en: 'Double benefit (two identities, two funds)', tag: 'S' },
  { id: 'MD04', zh: '虚构参保人、待遇人', en: 'Invented insured person or claimant', tag: 'D' },
  { id: 'MD05', zh: '截留保费不入账', en: 'Premiums kept off the books', tag: 'S' },
  { id: 'MD06', zh: '篡改银行账号', en: 'Bank account overwritten', tag: 'D' },
  { id: 'MD07', zh: '姓名和身份证“双改”占用他人权益', en: 'Name and number changed to take another’s entitlement', tag: 'S' },
  { id: 'MD08', zh: '违规一次性补缴、挂靠企业退休', en: 'Irregular lump-sum contributions', tag: 'S' },
  { id: 'MD09', zh: '档案造假提前退休', en: 'Early retirement on forged archives', tag: 'S' },
  { id: 'MD10', zh: '虚构劳动关系骗失业、工伤、生育待遇', en: 'Sham employment to claim benefits', tag: 'D' },
  { id: 'MD11', zh: '伪造对账单挪用', en: 'Misappropriation behind forged statements', tag: 'D' },
  { id: 'MD12', zh: '定期存单、财政专户外存储', en: 'Deposits outside the special fiscal account', tag: 'S' },
  { id: 'MD13', zh: '挪用购房建楼、借贷', en: 'Misappropriation for building or lending', tag: 'S' },
  { id: 'MD14', zh: '退款截留', en: 'Refunds kept', tag: 'D' },
  { id: 'MD15', zh: '虚开补助', en: 'False allowances', tag: 'D' },
  { id: 'MD16', zh: '内外勾结收好处费', en: 'Collusion for a share', tag: 'S' },
  { id: 'MD17', zh: '外包运维改数', en: 'Data altered by outsourced maintenance', tag: 'D' },
  { id: 'MD18', zh: '政策窗口套取', en: 'Policy window exploited', tag: 'D' },
  { id: 'MD19', zh: '单位截留个人缴费', en: 'Employees’ contributions withheld by the employer', tag: 'D' },
  { id: 'MD20', zh: '冒用社保卡', en: 'Use of another’s social security card', tag: 'D' },
] as const satisfies readonly (Term & Readonly<{ tag: Tag }>)[]
