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
      /** What can be chosen, by its value. */ choices?: Readonly<Record<string, string>>
      /** What the file is, where there is one. */ document?: string
      /** What the sender records from paper, and how it knows. */ onPaper?: Readonly<{ title: string; hint: string }>
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
    OpenRound: {
      title: '重新拟报',
      note: () =>
        '对被退回、未予立案的部分，或者被否决的报告，重新调查、起草移送报告，另行确认、提交和审批。原来的报告、决定和已移送的部分都保留，正在办理的不受影响。',
      fields: { reason: '理由和新的事实、证据' },
      go: '重新拟报',
      done: '已开始重新拟报，请起草新的移送报告',
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
    GiveFilingOpinion: {
      title: '提出审查意见',
      note: () =>
        '写明审查了哪些材料、认定的事实、依据和处理建议，供审批人决定。只在本机关内可见，移送机关和抄送机关看不到。决定作出前可以重新写，以最后一次为准。',
      fields: { proposes: '处理建议', text: '审查意见' },
      choices: { file: '建议立案', decline: '建议不予立案', other: '其他处理（退回、转送等）' },
      go: '提交审查意见',
      done: '审查意见已提交，审批人已收到通知',
    },
    PrepareReconsideration: {
      title: '起草复议申请书',
      note: (body) => `写明对${body}不予立案决定的异议和理由（事实、证据、法律适用）。起草后由负责人审核签发，签发前可以重新起草。`,
      fields: { text: '异议和理由' },
      go: '送负责人签发',
      done: '复议申请书已起草，等待负责人签发',
    },
    AskReconsideration: {
      title: '提请复议',
      note: (body) => `签发后编号并送${body}，由其作出复议决定。签发后不能再修改。`,
      fields: { readSeq: '签发的文稿' },
      go: '签发并提请复议',
      done: '已签发并提请复议',
    },
    AnswerReconsideration: {
      title: '作出复议决定',
      note: (body) => `提交后立即通知${body}，不能再修改。`,
      fields: { outcome: '复议决定', decisionNo: '复议决定书文号', decidedOn: '决定日期', charge: '立案罪名', reasons: '理由' },
      choices: { changed: '改变原决定，予以立案', upheld: '维持不予立案决定（必须写明理由）' },
      document: '复议决定书',
      onPaper: { title: '复议决定', hint: '对方送来复议决定书' },
      go: '登记复议决定并通知移送机关',
      done: '复议决定已登记，移送机关已收到通知',
    },
    WaiveRemedy: {
      title: '不再提出异议',
      note: () => '由负责人决定不提请复议，也不建议立案监督。提交后本项不再有待办事项，决定和理由会留痕。',
      fields: { reason: '理由' },
      go: '不再提出异议',
      done: '已决定不再提出异议',
    },
    LeaveReturned: {
      title: '不再移送',
      note: (body) =>
        `${body}退回的部分不再移送其他机关，由本单位依法处理。之后发现新的事实或者证据的，仍可重新拟报。决定和理由会留痕，不通知${body}。`,
      fields: { reason: '不再移送的理由' },
      go: '不再移送',
      done: '已决定不再移送',
    },
    PrepareSupervision: {
      title: '起草立案监督建议函',
      note: (body) => `写明为什么${body}应当立案，或者为什么超期未决。起草后由负责人审核签发，签发前可以重新起草。`,
      fields: { text: '理由' },
      go: '送负责人签发',
      done: '立案监督建议函已起草，等待负责人签发',
    },
    ProposeSupervision: {
      title: '建议立案监督',
      note: () => '签发后编号，送抄送移送书的人民检察院，并告知公安机关。签发后不能再修改。',
      fields: { readSeq: '签发的文稿' },
      go: '签发并建议立案监督',
      done: '已建议立案监督，人民检察院和公安机关已收到通知',
    },
    AskReasons: {
      title: '要求说明理由',
      note: () => '登记要求说明不立案理由（或者超期未决原因）通知书。提交后立即通知公安机关和移送机关，不能再修改。',
      fields: { no: '文号', on: '文书日期', text: '要求' },
      document: '通知书',
      onPaper: { title: '要求说明理由通知书', hint: '人民检察院要求公安机关说明理由' },
      go: '要求公安机关说明理由',
      done: '已要求公安机关说明理由',
    },
    FindNoObjection: {
      title: '审查后无异议',
      note: () =>
        '对公安机关不予立案或者超期未决，经审查没有异议的，在这里登记并写明理由。提交后告知移送机关和公安机关；之后出现新情况的，仍可要求说明理由。',
      fields: { reason: '理由' },
      go: '登记无异议',
      done: '已登记无异议',
    },
    ExplainReasons: {
      title: '说明理由',
      note: () => '提交后立即送人民检察院和移送机关，不能再修改。',
      fields: { no: '文号', on: '文书日期', text: '理由' },
      document: '书面说明',
      onPaper: { title: '公安机关的书面说明', hint: '公安机关向人民检察院说明了理由' },
      go: '提交书面说明',
      done: '书面说明已提交',
    },
    AcceptReasons: {
      title: '认为理由成立',
      note: () => '公安机关的理由成立的，在这里登记。提交后立即告知移送机关和公安机关，立案监督即告结束。',
      fields: { no: '文号', on: '文书日期', text: '意见' },
      document: '文书',
      onPaper: { title: '认为理由成立的告知', hint: '人民检察院告知公安机关的理由成立' },
      go: '告知移送机关',
      done: '已告知移送机关和公安机关',
    },
    OrderFiling: {
      title: '通知立案',
      note: () => '公安机关的理由不成立的，登记通知立案书。提交后立即通知公安机关和移送机关，不能再修改。',
      fields: { no: '文号', on: '文书日期', text: '意见' },
      document: '通知立案书',
      onPaper: { title: '通知立案书', hint: '人民检察院通知公安机关立案' },
      go: '通知公安机关立案',
      done: '已通知公安机关立案',
    },
    FileAsOrdered: {
      title: '按通知立案',
      note: (body) => `提交后立即通知${body}和人民检察院，不能再修改。`,
      fields: { decisionNo: '立案决定书文号', decidedOn: '决定日期', charge: '立案罪名' },
      document: '立案决定书',
      onPaper: { title: '按通知立案的决定', hint: '公安机关按通知立案，送来立案决定书' },
      go: '登记立案决定',
      done: '立案决定已登记，移送机关和人民检察院已收到通知',
    },
    ReportStatus: {
      title: '通报办理情况',
      note: (body) => `把立案后的办理情况告知${body}，有一项报一项。没有规定期限，不报不算逾期。`,
      fields: { kind: '办理情况', no: '文号', on: '日期', sum: '追回金额（元）', text: '说明' },
      choices: {
        measures: '采取强制措施或者留置措施',
        transferred: '移送审查起诉',
        'not-prosecuted': '不起诉',
        'on-trial': '提起公诉',
        judged: '判决生效',
        recovered: '追赃挽损（填写追回金额）',
        dropped: '撤销案件',
      },
      document: '文书',
      onPaper: { title: '办理情况通报', hint: '对方书面告知立案后的办理情况' },
      go: '通报移送机关',
      done: '办理情况已通报，移送机关已收到通知',
    },
    DeclareNoHandOver: {
      title: '没有可以移交的物品',
      note: (body) => `移送书没有列明涉案物品，也没有其他材料需要移交给${body}的，在这里说明，移交手续即告办结。`,
      fields: { reason: '说明' },
      go: '说明没有可以移交的物品',
      done: '已说明没有可以移交的物品',
    },
    ConfirmHandOver: {
      title: '接收移交的物品和材料',
      note: (body) => `请按清单当面核对。签字后${body}会收到通知。`,
      fields: { proceeding: '移交清单', outcome: '核对结果', text: '备注' },
      choices: { taken: '核对无误，已接收', 'not-taken': '不符，不予接收（必须写明理由）' },
      onPaper: { title: '移交清单签收', hint: '对方在物证材料交接清单上签了字' },
      go: '签字',
      done: '交接已登记，移送机关已收到通知',
    },
  },
}

export const en: Words = {
  reasonAct: {
    WithdrawReport: {
      title: 'Withdraw the report',
      note: () =>
        'IdempotencyKey withdrawn it can be changed. An approval becomes void, and the changed report is confirmed, submitted and decided anew. The withdrawal is recorded.',
      fields: { reason: 'Reason for withdrawing' },
      go: 'Withdraw the report',
      done: 'The report is withdrawn and can be changed',
      notNow: 'The case is transferred. The report cannot be withdrawn',
    },
    OpenRound: {
      title: 'Plan anew',
      note: () =>
        'What was returned or declined, or a report that was refused, is investigated and reported anew, confirmed, submitted and decided upon again. The earlier report and decision stay, and what is under way goes on.',
      fields: { reason: 'Why, and which new facts or evidence' },
      go: 'Plan anew',
      done: 'Planned anew. The next step is to draft the new report',
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
    GiveFilingOpinion: {
      title: 'Write the examination opinion',
      note: () =>
        'Say what was examined, which facts are found, on which basis, and what is proposed, for whoever decides. It is seen in this body alone, neither by the sender nor by anybody copied. It can be written anew until the decision; the last one stands.',
      fields: { proposes: 'Proposal', text: 'Opinion' },
      choices: { file: 'File the case', decline: 'Do not file', other: 'Other (return, pass on)' },
      go: 'Give the opinion',
      done: 'The opinion is given. Whoever decides has been told',
    },
    PrepareReconsideration: {
      title: 'Draft the request for reconsideration',
      note: (body) =>
        `Say what is wrong with the decision of ${body}, and why: facts, evidence, law. The head signs the draft; until then it can be written anew.`,
      fields: { text: 'Objection and reasons' },
      go: 'Send to the head',
      done: 'The request is drafted and awaits the signature of the head',
    },
    AskReconsideration: {
      title: 'Request reconsideration',
      note: (body) => `Signed, it is numbered and goes to ${body}, which decides again. It cannot be changed afterwards.`,
      fields: { readSeq: 'The draft that is signed' },
      go: 'Sign and request reconsideration',
      done: 'Signed: reconsideration is requested',
    },
    AnswerReconsideration: {
      title: 'Decide on the reconsideration',
      note: (body) => `${body} is told at once, and the decision can no longer be changed.`,
      fields: {
        outcome: 'Decision',
        decisionNo: 'Number of the decision',
        decidedOn: 'Date of the decision',
        charge: 'Charge filed',
        reasons: 'Reasons',
      },
      choices: { changed: 'Change the decision and file the case', upheld: 'Uphold not filing (reasons required)' },
      document: 'Decision paper',
      onPaper: { title: 'Decision on the reconsideration', hint: 'The paper with the decision on the reconsideration arrived' },
      go: 'Record the decision and tell the sender',
      done: 'The decision is recorded. The sender has been told',
    },
    WaiveRemedy: {
      title: 'Do not contest',
      note: () =>
        'The head decides neither to request reconsideration nor to propose supervision. Nothing more is owed then; the decision and its reasons are recorded.',
      fields: { reason: 'Reasons' },
      go: 'Do not contest the decision',
      done: 'The decision is not contested',
    },
    LeaveReturned: {
      title: 'No further transfer',
      note: (body) =>
        `What ${body} returned goes to no other body; this bureau deals with it by law. It can still be planned anew when new facts or evidence appear. The decision and its reason stay on record; ${body} is not told.`,
      fields: { reason: 'Why it is not transferred again' },
      go: 'No further transfer',
      done: 'It is not transferred again',
    },
    PrepareSupervision: {
      title: 'Draft the proposal of supervision',
      note: (body) => `Say why ${body} should file, or why it is overdue. The head signs the draft; until then it can be written anew.`,
      fields: { text: 'Reasons' },
      go: 'Send to the head',
      done: 'The proposal is drafted and awaits the signature of the head',
    },
    ProposeSupervision: {
      title: 'Propose filing supervision',
      note: () =>
        'Signed, it is numbered and goes to the procuratorate that the letter was copied to; the police are told. It cannot be changed afterwards.',
      fields: { readSeq: 'The draft that is signed' },
      go: 'Sign and propose supervision',
      done: 'Supervision is proposed. Procuratorate and police have been told',
    },
    AskReasons: {
      title: 'Ask for the reasons',
      note: () =>
        'Record the paper that asks why there is no filing, or no decision. Police and sender are told at once; it cannot be changed afterwards.',
      fields: { no: 'Number of the paper', on: 'Date of the paper', text: 'What is asked' },
      document: 'The paper',
      onPaper: { title: 'Reasons asked for', hint: 'The procuratorate asks the police for their reasons' },
      go: 'Ask the police for their reasons',
      done: 'The police are asked for their reasons',
    },
    FindNoObjection: {
      title: 'Reviewed, no objection',
      note: () =>
        'Record here that the refusal or the delay of the police was reviewed and is left as it is, and why. Sender and police are told; if things change, reasons can still be asked for.',
      fields: { reason: 'Why' },
      go: 'Record no objection',
      done: 'Recorded: no objection',
    },
    ExplainReasons: {
      title: 'Explain the reasons',
      note: () => 'Procuratorate and sender are told at once; it cannot be changed afterwards.',
      fields: { no: 'Number of the paper', on: 'Date of the paper', text: 'Reasons' },
      document: 'The paper',
      onPaper: { title: 'Explanation of the police', hint: 'The police explained their reasons to the procuratorate' },
      go: 'Submit the explanation',
      done: 'The explanation is submitted',
    },
    AcceptReasons: {
      title: 'Accept the reasons',
      note: () => 'Record here that the reasons hold. Sender and police are told at once, and the supervision is over.',
      fields: { no: 'Number of the paper', on: 'Date of the paper', text: 'Opinion' },
      document: 'The paper',
      onPaper: { title: 'Reasons accepted', hint: 'The procuratorate says that the reasons of the police hold' },
      go: 'Tell the sender',
      done: 'Sender and police have been told',
    },
    OrderFiling: {
      title: 'Order the filing',
      note: () =>
        'Where the reasons do not hold, record the order to file. Police and sender are told at once; it cannot be changed afterwards.',
      fields: { no: 'Number of the paper', on: 'Date of the paper', text: 'Opinion' },
      document: 'The order',
      onPaper: { title: 'Order to file', hint: 'The procuratorate orders the police to file' },
      go: 'Order the police to file',
      done: 'The police are ordered to file',
    },
    FileAsOrdered: {
      title: 'File as ordered',
      note: (body) => `${body} and the procuratorate are told at once; the decision can no longer be changed.`,
      fields: { decisionNo: 'Number of the decision', decidedOn: 'Date of the decision', charge: 'Charge filed' },
      document: 'Decision paper',
      onPaper: { title: 'Filed as ordered', hint: 'The police filed as ordered; the decision arrived' },
      go: 'Record the filing',
      done: 'The filing is recorded. Sender and procuratorate have been told',
    },
    ReportStatus: {
      title: 'Report the status',
      note: (body) => `Tell ${body} how the case goes on after filing, one thing at a time. No text sets a time, and nobody is late.`,
      fields: { kind: 'What happened', no: 'Number of the paper', on: 'Date', sum: 'Sum recovered (yuan)', text: 'Explanation' },
      choices: {
        measures: 'Coercive measures taken',
        transferred: 'Sent to prosecution review',
        'not-prosecuted': 'Not prosecuted',
        'on-trial': 'Charges brought',
        judged: 'Judgment in force',
        recovered: 'Money recovered (enter the sum)',
        dropped: 'Case dropped',
      },
      document: 'The paper',
      onPaper: { title: 'Status reported', hint: 'The body wrote how the case goes on' },
      go: 'Tell the sender',
      done: 'The status is reported. The sender has been told',
    },
    DeclareNoHandOver: {
      title: 'Nothing to hand over',
      note: (body) =>
        `Where the letter lists no items and nothing else is to be given to ${body}, say so here. The hand-over is then done.`,
      fields: { reason: 'Explanation' },
      go: 'Say that there is nothing to hand over',
      done: 'It is recorded that there is nothing to hand over',
    },
    ConfirmHandOver: {
      title: 'Take over items and material',
      note: (body) => `Check everything against the list. ${body} is told once you sign.`,
      fields: { proceeding: 'List', outcome: 'Result of the check', text: 'Remarks' },
      choices: { taken: 'Checked and taken over', 'not-taken': 'Does not agree, not taken (reason required)' },
      onPaper: { title: 'Hand-over signed', hint: 'The body signed the hand-over list' },
      go: 'Sign',
      done: 'The hand-over is recorded. The sender has been told',
    },
  },
}
