/** The words of acts drawn from their rows (lib/schemas/reason-acts.ts): title, what it means, what is asked, the button, and what is said after signing first. */
import type { REASON_ACTS, ReasonAct } from '#lib/schemas/reason-acts'

type Words = Readonly<{
  reasonAct: {
    readonly [A in ReasonAct]: Readonly<{
      title: string
      note: (body: string) => string
      fields: Readonly<Record<keyof (typeof REASON_ACTS)[A]['fields'], string>>
      go: string
      /** What is said once it is done. */ done: string
      /** Why it is theirs and not now, where there is more to say than that. */ notNow?: string
      /** Its button before the receipt, and what is said once that is signed. */ signsFirst?: Readonly<{ button: string; signed: string }>
    }>
  }
}>

export const zh: Words = {
  reasonAct: {
    WithdrawReport: {
      title: '收回报告',
      note: () => '收回后可以修改。已经批准的，批准随之失效，修改后要重新确认、提交和审批。收回会留痕。',
      fields: { reason: '收回理由' },
      go: '收回报告',
      done: '移送报告已收回，可以修改',
      notNow: '案件已移送，不能收回报告',
    },
    WithdrawTransfer: {
      title: '撤回移送',
      note: (body) => `${body}还没有签收。撤回后对方不能再签收，平台会通知对方；对方未使用平台的，请另行告知。撤回和理由会留痕。`,
      fields: { reason: '撤回理由' },
      go: '撤回移送',
      done: '已撤回移送，已在平台通知对方；对方未使用平台的，请另行告知。',
      notNow: '对方已签收，不能撤回。可以补充移送；不属于对方职责的，由对方退回。',
    },
    ReturnTransfer: {
      title: '退回',
      note: () => '只有不属于本类机关职责的才能退回。材料不全的，要求补正；没有管辖权的，转送。',
      fields: { reason: '退回理由', competent: '主管机关' },
      go: '退回',
      done: '已退回，移送机关已收到通知。',
      signsFirst: { button: '签收并退回（不属于本类机关职责）', signed: '回执已签。请写明退回的理由。' },
    },
  },
}

export const en: Words = {
  reasonAct: {
    WithdrawReport: {
      title: 'Withdraw the report',
      note: () =>
        'Once withdrawn it can be changed. An approval becomes void, and the changed report is confirmed, submitted and decided anew. The withdrawal is recorded.',
      fields: { reason: 'Reason for withdrawing' },
      go: 'Withdraw the report',
      done: 'The report is withdrawn and can be changed',
      notNow: 'The case is transferred. The report cannot be withdrawn',
    },
    WithdrawTransfer: {
      title: 'Withdraw the transfer',
      note: (body) =>
        `${body} has not signed the receipt. After the withdrawal it can no longer sign, and the portal says so; a body without accounts must be told by you. Withdrawal and reason are recorded.`,
      fields: { reason: 'Reason for the withdrawal' },
      go: 'Withdraw the transfer',
      done: 'The transfer is withdrawn and the portal says so. Tell a body without accounts yourself.',
      notNow: 'The receipt is signed: no withdrawal. You can send a supplement; what is not a duty of that body, it returns.',
    },
    ReturnTransfer: {
      title: 'Return',
      note: () =>
        'Return only what is not a duty of this kind of body. If material is missing, ask for it; without jurisdiction, pass it on.',
      fields: { reason: 'Reason for returning', competent: 'Competent body' },
      go: 'Return',
      done: 'Returned. The sender has been told.',
      signsFirst: {
        button: 'Sign and return (not a duty of this kind of body)',
        signed: 'The receipt is signed. Give the reason for returning.',
      },
    },
  },
}
