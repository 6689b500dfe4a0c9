/** Notices: what happened, what to do, until when. Reading one changes nothing but its mark. */
import type { Post } from '#lib/domain/result'
import type { NoticeCode } from '#lib/views/notices'
import { en as enAdmin, zh as zhAdmin } from './admin.ts'
import { formatDay } from './dates.ts'
import { lengthNow, silence } from './lengths.ts'
import type { About } from './refusals.ts'
import { en as enStages, zh as zhStages } from './stages.ts'

/** Total over what is told (lib/views/notices.ts): a new notice without a sentence does not compile. No names of people in a case. Of a letter that was taken back the words in it are gone, so each speaks without them. */
type Sentences = Readonly<Record<NoticeCode, (about: About) => string>>
const postWord = (words: Readonly<Record<Post, string>>, post: About[string] | undefined): string => words[post as Post] ?? '' // safe: the event's own post
const say = (text: string) => (): string => text
type StageWords = typeof zhStages.stage
/** What the timeline says of it; without its words only that there is something. */
const sentenceOf =
  (words: StageWords, what: 'prepared' | 'begun' | 'answered') =>
  ({ stage, outcome }: About): string => {
    const said: Readonly<Record<string, string>> = words[what]
    const text = said[String(what === 'answered' ? outcome : stage)] ?? words.unsaid
    return what === 'prepared' ? words.toSign(text) : text
  }
const [zhStage, enStage] = [zhStages.stage, enStages.stage]

/** By its number on the reader's own list, and where the reader is to find nothing else, by the name under which it is stored. */
const zhItem = ({ n }: About): string => (n ? `第 ${n} 件材料` : '一件材料')
const zhFault = ({ is, file }: About): string =>
  `的存储文件${is === 'missing' ? '缺失' : '与登记的校验值不符'}，已锁定，恢复前不能下载${file ? `（存储文件 ${file}）` : ''}`
const zhWhole = ({ file }: About): string => `的存储文件已恢复完好，解除锁定${file ? `（存储文件 ${file}）` : ''}`
const enItem = ({ n }: About): string => (n ? `item ${n}` : 'an item')
const enFault = ({ is, file }: About): string =>
  `${is === 'missing' ? 'is missing' : 'differs from its checksum'}. It is locked until restored${file ? ` (${file})` : ''}`
const enWhole = ({ file }: About): string => `is whole again and unlocked${file ? ` (${file})` : ''}`

const zhNotices: Sentences = {
  'case-registered': say('案件已登记，承办人已指定'),
  'handlers-assigned': say('承办人有变动'),
  'evidence-voided': say('卷宗中有材料作废'),
  'report-to-confirm': say('移送报告已起草，请另一名承办人核对并确认'),
  'report-confirmed': say('移送报告已经另一名承办人确认，可以提交'),
  'report-submitted': say('移送报告已提交，等待负责人作出决定'),
  'opinion-given': say('法制审核意见已提交'),
  'transfer-approved': say(`已批准移送，请在 ${lengthNow('CL10', 'zh-CN')}内移送`),
  'transfer-refused': say('负责人决定不批准移送，理由见审批记录'),
  'report-returned': say('移送报告被退回，请修改后重新提交'),
  'round-opened': say('案件重新拟报，承办人正在起草新的移送报告'),
  'report-withdrawn': say('移送报告已收回，原来的审批不再有效'),
  urged: (about) => (about['text'] ? `有人催办：${about['text']}` : '有人催办，请尽快办理'),
  'transfer-arrived': say('有案件移送到本机关，请在回执上签字'),
  'transfer-copied': say('收到移送案件的抄送'),
  'transfer-sent': say('案件已移送，等待对方签收回执'),
  'transfer-withdrawn': say('移送机关已撤回移送'),
  'receipt-signed': (about) => (about['no'] ? `回执已签，编号 ${about['no']}` : '回执已签'),
  'examination-opened': say('受理机关已开始立案审查'),
  'filing-opinion-given': say('审查意见已经写好，请作出决定'),
  'supplement-asked': (about) => (about['n'] ? `受理机关要求补正 ${about['n']} 项材料` : '受理机关要求补正材料'),
  'supplement-sent': (about) => (about['n'] ? `移送机关补充移送，共 ${about['n']} 件材料` : '移送机关补充移送'),
  'passed-on': (about) => (about['body'] ? `案件已转送${about['body']}` : '案件已转送'),
  'passed-on-to-you': say('有案件转送到本机关，请在回执上签字'),
  'copy-moved': (about) => `移送书 ${about['no'] ?? ''} 的案件已转送${about['body'] ?? ''}，不再抄送本机关`,
  'transfer-returned': say('案件被退回，不属于受理机关的职责'),
  'case-filed': say('受理机关决定立案'),
  'case-not-filed': say('受理机关决定不予立案'),
  'decision-signed-for': say('移送机关已签收决定'),
  'paper-recorded': say('移送机关据纸质文书登记了本机关的办理情况，如有不符可以提出异议'),
  'paper-disputed': say('受理机关对据纸质文书登记的内容提出异议'),
  'stage-prepared': sentenceOf(zhStage, 'prepared'),
  'stage-opened': sentenceOf(zhStage, 'begun'),
  'stage-answered': sentenceOf(zhStage, 'answered'),
  'stage-reported': sentenceOf(zhStage, 'begun'),
  'silence-alarmed': say(`立案决定 ${silence('zh-CN')}无人签收，请督促签收`),
  'password-set': ({ name }) => (name ? `${name}的登录口令已设置` : '你的登录口令已设置。不是你本人设置的，请立即告知系统管理员'),
  'post-in-force': ({ unit, post, from }) =>
    from ? `你的岗位已生效：${unit} ${postWord(zhAdmin.post, post)}，自 ${formatDay(String(from), 'zh-CN')} 起` : '你的岗位已生效',
  'file-fault-found': (about) => zhItem(about) + zhFault(about),
  'file-found-whole': (about) => zhItem(about) + zhWhole(about),
  'paper-fault-found': (about) => `一份文书${zhFault(about)}`,
  'paper-found-whole': (about) => `一份文书${zhWhole(about)}`,
}
const enNotices: Sentences = {
  'case-registered': say('A case is registered and its investigators are assigned'),
  'handlers-assigned': say('The investigators have changed'),
  'evidence-voided': say('Material in the file was voided'),
  'report-to-confirm': say('A transfer report is drafted and waits to be confirmed'),
  'report-confirmed': say('The transfer report is confirmed and can be submitted'),
  'report-submitted': say('The transfer report awaits the decision of the head'),
  'opinion-given': say('The legal opinion is given'),
  'transfer-approved': say(`Transfer approved. Please make it within ${lengthNow('CL10', 'en')}`),
  'transfer-refused': say('The head refused the transfer. The reasons are on record'),
  'report-returned': say('The report was returned. Change and submit it again'),
  'round-opened': say('The transfer is planned anew. A new report is being drafted'),
  'report-withdrawn': say('The transfer report was withdrawn. Its approval is void'),
  urged: (about) => (about['text'] ? `Reminder: ${about['text']}` : 'Somebody reminds you. Deal with it soon'),
  'transfer-arrived': say('A case was transferred to your body. Sign the receipt'),
  'transfer-copied': say('You received the copy of a transferred case'),
  'transfer-sent': say('The case is transferred. The receipt is to be signed'),
  'transfer-withdrawn': say('The sender withdrew the transfer'),
  'receipt-signed': (about) => (about['no'] ? `Receipt ${about['no']} is signed` : 'The receipt is signed'),
  'examination-opened': say('The receiving body opened its filing review'),
  'filing-opinion-given': say('The examination opinion is written. A decision can be made'),
  'supplement-asked': (about) => `The receiving body asks for more material${about['n'] ? ` (items: ${about['n']})` : ''}`,
  'supplement-sent': (about) => `The sender supplied more material${about['n'] ? ` (files: ${about['n']})` : ''}`,
  'passed-on': (about) => (about['body'] ? `The case was passed on to ${about['body']}` : 'The case was passed on'),
  'passed-on-to-you': say('A case was passed on to your body. Sign the receipt'),
  'copy-moved': (about) => `The case of letter ${about['no'] ?? ''} was passed on to ${about['body'] ?? ''}. Your body is no longer copied`,
  'transfer-returned': say('The case was returned: not a duty of the receiving body'),
  'case-filed': say('The receiving body filed the case'),
  'case-not-filed': say('The receiving body decided not to file'),
  'decision-signed-for': say('The sender signed for the decision'),
  'paper-recorded': say('The sender recorded an act of your body from paper. You can dispute it'),
  'paper-disputed': say('The receiving body disputes an entry from paper'),
  'stage-prepared': sentenceOf(enStage, 'prepared'),
  'stage-opened': sentenceOf(enStage, 'begun'),
  'stage-answered': sentenceOf(enStage, 'answered'),
  'stage-reported': sentenceOf(enStage, 'begun'),
  'silence-alarmed': say(`A filing decision is unsigned after ${silence('en')}. See that it is signed for`),
  'password-set': ({ name }) =>
    name ? `The password of ${name} was set` : 'Your password was set. If it was not you, tell the system administrator at once',
  'post-in-force': ({ unit, post, from }) =>
    from
      ? `Your post is in force: ${postWord(enAdmin.post, post)}, ${unit}, from ${formatDay(String(from), 'en')}`
      : 'Your post is in force',
  'file-fault-found': (about) => `The stored file of ${enItem(about)} ${enFault(about)}`,
  'file-found-whole': (about) => `The stored file of ${enItem(about)} ${enWhole(about)}`,
  'paper-fault-found': (about) => `The stored file of a paper ${enFault(about)}`,
  'paper-found-whole': (about) => `The stored file of a paper ${enWhole(about)}`,
}

export const zh = {
  notices: {
    title: '站内信',
    caption: '站内信，最新的在前',
    show: '站内信范围',
    all: '全部',
    onlyUnread: '只看未读',
    about: '通知',
    time: '时间',
    deadline: '期限',
    case: '案件',
    account: '本人账户',
    markRead: '标为已读',
    markReadOf: (what: string) => `标为已读：${what}`,
    markAllRead: '本页全部标为已读',
    marked: '已标为已读',
    unread: '未读',
    read: (time: string) => `已读 ${time}`,
    empty: '没有站内信。',
    emptyUnread: '没有未读的站内信。',
    open: '去办理',
    view: '查看',
  },
  sentences: zhNotices,
}

export const en: typeof zh = {
  notices: {
    title: 'Notices',
    caption: 'Notices, latest first',
    show: 'Which notices',
    all: 'All',
    onlyUnread: 'Unread only',
    about: 'Notice',
    time: 'Time',
    deadline: 'Deadline',
    case: 'Case',
    account: 'Your account',
    markRead: 'Mark as read',
    markReadOf: (what) => `Mark as read: ${what}`,
    markAllRead: 'Mark this page as read',
    marked: 'Marked as read',
    unread: 'Unread',
    read: (time) => `Read ${time}`,
    empty: 'No notices.',
    emptyUnread: 'No unread notices.',
    open: 'Deal with it',
    view: 'View',
  },
  sentences: enNotices,
}
