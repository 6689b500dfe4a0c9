/** What each paper says, line by line, written by hand from the handbook's forms (docs/handbook.md §7.2 W04, W07–W11). */
import { describe, expect, it } from 'vitest'
import {
  actor,
  APPROVED,
  assessment,
  CHEN,
  COMMISSION,
  EXAMINING,
  FILLED,
  INTAKE,
  item,
  line,
  open,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  RECEIVED,
  report,
  SENT,
  subject,
  play,
  WANG,
  ZHOU,
  type Step,
} from '#lib/domain/case/given'
import type { TrackPlan } from '#lib/domain/case/events'
import { letterTo } from '#lib/domain/law/papers'
import { snapshotOf } from '#lib/domain/transfer/snapshot'
import { isSent, type SentTrack } from '#lib/domain/transfer/state'
import { sealedCase } from '#lib/views/sealed-case'
import type { Block, Paper } from '#lib/views/papers/blocks'
import { PAPERS } from '#lib/views/papers/papers'
import { receiptsOf } from '#lib/views/papers/receipt'
import { PAPER_WORDS } from './papers.ts'

/** A paper as lines: what stands in one row is parted by │. */
function read({ heading, parts }: Paper): string[] {
  const { issuer, number, title, addressee } = heading
  return [...[issuer, number, title, addressee].filter((text) => text !== ''), ...parts.flatMap(linesOf)]
}
function linesOf(part: Block): string[] {
  if (part.is === 'table')
    return [
      part.columns.map(({ head }) => head).join('│'),
      ...part.rows.flatMap(({ cells, digests = [] }) => [
        part.columns.map(({ name }) => cells[name]).join('│'),
        ...digests.map(({ label, text }) => `${label} ${text}`),
      ]),
      ...(part.total ? [[part.total.label, part.total.text, part.total.figures].join('│')] : []),
    ]
  if (part.is === 'facts') return part.rows.map(({ label, text }) => `${label}│${text}`)
  if (part.is === 'enclosures') return [part.label, ...part.items.map(({ text }) => text)]
  if (part.is === 'by-hand') return [part.labels.map(({ text }) => text).join('│')]
  if (part.is === 'signed') return [`${part.body}${part.seal}`, part.day]
  if (part.is === 'imprint') return [part.copyTo, part.manifest, `${part.issuer}│${part.issued}`].filter((text) => text !== '')
  return [part.text]
}

const sentTrack = (steps: readonly Step[], trackId = 't1'): SentTrack => {
  const track = open(play(steps)).tracks[trackId]
  if (!track || !isSent(track)) throw new Error('the steps end with a track that was sent')
  return track
}
const letter = ({ snapshot }: Pick<SentTrack, 'snapshot'>, day = '2026-11-24'): string[] =>
  read(PAPERS[letterTo(snapshot.to.kind, day)]({ snapshot, day }, PAPER_WORDS))
const investigationReport = ({ snapshot }: Pick<SentTrack, 'snapshot'>): string[] =>
  read(PAPERS.report({ snapshot, day: '2026-11-24' }, PAPER_WORDS))
const receipts = (track: SentTrack): string[][] =>
  receiptsOf(track).map((signing) => read(PAPERS.receipt({ ...signing, snapshot: track.snapshot, signedBy: '郝强' }, PAPER_WORDS)))
const fileList = (track: SentTrack): string[] => read(PAPERS['file-list']({ track }, PAPER_WORDS))

const HANDLERS = [
  { name: '陈敏', phone: '0999-8000001' },
  { name: '周凯', phone: '' },
]
const sends = (trackId: string, manifest = 'abc'): Step => ({
  by: CHEN,
  command: { type: 'SendTransfer', trackId, handlers: HANDLERS, approvedBy: '王建平', manifest, damaged: [] },
})
/** A case of one's own, from its report to the letter. */
const sent = (before: readonly Step[], plans: readonly TrackPlan[], trackIds = ['t1']): Step[] => [
  ...before,
  { by: CHEN, command: { type: 'WriteReport', report: report(...plans), readSeq: 0 } },
  { by: ZHOU, command: { type: 'ConfirmReport', readSeq: before.length + 1 } },
  { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: before.length + 1 } },
  { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: before.length + 3 } },
  ...trackIds.map((trackId) => sends(trackId)),
]
const PHONE = {
  name: '电脑主机',
  spec: 'A-1',
  quantity: '1',
  unit: '台',
  condition: '封存',
  valueFen: 260_000,
  place: 'C-07',
  origin: '登记保存',
}

describe('the letter (W07)', () => {
  it('to the police, of one person, with two materials absent', () =>
    expect(letter(sentTrack([...APPROVED, sends('t1')]))).toEqual([
      '乙旗人社局',
      '乙人社移〔2026〕26号',
      '涉嫌犯罪案件移送书',
      '乙旗公安局：',
      '我局办理的赵某祥涉嫌诈骗案，当事人的行为涉嫌构成犯罪。依照《行政执法机关移送涉嫌犯罪案件的规定》第三条、《行政处罚法》第二十七条的规定，现移送你局依法处理。',
      '一、涉嫌犯罪的人员和单位',
      '姓名（名称）│证件号码│所在单位和岗位│涉嫌罪名│认定金额（元）',
      '赵某祥││乙旗社保中心 待遇核发岗│诈骗罪│26,800.00',
      '合计│贰万陆仟捌佰元整│26,800.00',
      '二、主要事实',
      '事实',
      '三、法律依据',
      '法律',
      '四、承办人员和联系电话',
      '陈敏，联系电话 0999-8000001',
      '周凯',
      '五、其他事项',
      '（一）你局立案的，我局在接到立案通知书之日起三日内移交涉案物品以及与案件有关的其他材料（《行政执法机关移送涉嫌犯罪案件的规定》第十二条）。',
      '（二）请你局将是否立案的决定书面通知我局；不予立案的，请说明理由，并退回案卷材料（《行政执法机关移送涉嫌犯罪案件的规定》第八条）。',
      '附件：',
      '1. 涉嫌犯罪案件情况的调查报告',
      '2. 涉案物品清单：无。无涉案物品',
      '3. 检验报告或者鉴定意见：无。不需要鉴定',
      '4. 其他涉嫌犯罪的材料（1 件）',
      '5. 移送材料清单（共 1 件，另附）',
      '乙旗人社局（印章）',
      '2026年11月24日',
      '抄送：乙旗人民检察院',
      '清单校验值（SHA-256）：abc',
      '乙旗人社局│2026年11月24日印发',
    ]))

  it('says of each person what is theirs: their charge, their amount (W07)', () => {
    const before: Step[] = [
      ...FILLED,
      { by: CHEN, command: { type: 'RecordSubject', subjectId: 's2', subject: subject({ name: '刘某芳', official: 'no' }), readSeq: 0 } },
      {
        by: CHEN,
        command: {
          type: 'RecordAmounts',
          lines: [line(), line('s2', 520_000)],
          assessments: [assessment(), { ...assessment('s2'), charge: 'theft' }],
          readSeq: 3,
        },
      },
    ]
    const said = letter(sentTrack(sent(before, [plan({ subjectIds: ['s1', 's2'], charges: ['fraud', 'theft'] })])))
    expect(said.filter((text) => text.includes('某') && text.split('│').length === 5)).toEqual([
      '赵某祥││乙旗社保中心 待遇核发岗│诈骗罪│26,800.00',
      '刘某芳││乙旗社保中心 待遇核发岗│盗窃罪│5,200.00',
    ])
    expect(said).toContain('合计│叁万贰仟元整│32,000.00')
  })

  it('counts what goes along: items, an expert opinion, other files', () => {
    const before: Step[] = [
      ...FILLED,
      { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'main-04') } },
      { by: CHEN, command: { type: 'AddEvidence', item: item(3, 'main-08') } },
      { by: CHEN, command: { type: 'RecordItems', items: [{ ...PHONE, subjectId: 's1' }], readSeq: 0 } },
    ]
    expect(letter(sentTrack(sent(before, [plan({ itemIds: ['i1', 'i2', 'i3'] })]))).filter((said) => /^\d\. /.test(said))).toEqual([
      '1. 涉嫌犯罪案件情况的调查报告',
      '2. 涉案物品清单（1 项）',
      '3. 检验报告或者鉴定意见（1 件）',
      '4. 其他涉嫌犯罪的材料（2 件）',
      '5. 移送材料清单（共 3 件，另附）',
    ])
  })

  it('speaks by the texts of its day: no 行政处罚法 of 2021 in 2019', () =>
    expect(letter(sentTrack(SENT), '2019-05-06')[4]).toContain('依照《行政执法机关移送涉嫌犯罪案件的规定》第三条的规定，'))

  it('calls bodies what they are: 院, and 厅 where they are called so (found A3)', () => {
    const toProcuratorate = sentTrack(
      sent(FILLED, [
        plan({ to: PROCURATORATE, copyTo: null, route: { rule: 'RG5', suggested: 'commission', citation: '', reason: '自侦' } }),
      ]),
    )
    expect(letter(toProcuratorate)[4]).toMatch(/^我局在办理.*现移送你院依法处理。$/)
    const { snapshot } = sentTrack(SENT)
    const ofRegion = { ...snapshot, from: { ...snapshot.from, name: '区人社厅' }, to: { ...snapshot.to, name: '区公安厅' } }
    const said = read(PAPERS.letter({ snapshot: ofRegion, day: '2026-11-24' }, PAPER_WORDS)).join('\n')
    expect(said).toMatch(/我厅办理的.*现移送你厅依法处理。/)
    expect(said).not.toMatch(/[我你]局/)
  })

  it.each([
    ['甲自治区人力资源和社会保障厅', 'bureau', '厅'],
    ['乙旗人社局', 'bureau', '局'],
    ['乙旗社会保险事业服务中心', 'agency', '中心'],
    ['丁市基金监督处', 'bureau', '处'],
    ['丁市公安局经济技术开发区分局', 'police', '局'],
    ['甲盟公安局刑侦支队', 'police', '队'],
    ['甲盟人民检察院分院', 'procuratorate', '院'],
    ['乙旗监察委员会', 'commission', '委'],
    ['开发区管委会人社', 'bureau', '局'],
    ['某协会', 'agency', '单位'],
  ] as const)('%s calls itself by its name, else by its kind (%s): 我%s (found A3)', (name, kind, word) => {
    const { snapshot } = sentTrack(SENT)
    const said = read(PAPERS.letter({ snapshot: { ...snapshot, from: { ...snapshot.from, name, kind } }, day: '2026-11-24' }, PAPER_WORDS))
    expect(said[4]).toMatch(new RegExp(`^我${word}办理的`))
    const others = ['厅', '局', '中心', '处', '队', '院', '委', '单位'].filter((one) => one !== word)
    expect(said.join('\n')).not.toMatch(new RegExp(`我(?:${others.join('|')})`))
  })
  it('says nothing of a penalty: no event records one (found A3)', () =>
    expect([...letter(sentTrack(SENT)), ...investigationReport(sentTrack(SENT))].join('\n').replaceAll('《行政处罚法》', '')).not.toContain(
      '处罚',
    ))

  it('is word for word the same for a body that is copied, which learns nothing of what goes along', () => {
    const state = open(play([...APPROVED, sends('t1')]))
    const track = state.tracks['t1']
    if (!track || !isSent(track) || track.phase === 'withdrawn') throw new Error('the letter above was sent')
    const copied = sealedCase(state, track, actor('guan', 'intake', PROCURATORATE))
    expect(copied.view).toBe('copied')
    expect(letter(copied.track)).toEqual(letter(track))
    expect(copied.track.snapshot.investigation).not.toContain('调查')
  })

  it('is without a number as long as it is a preview', () => {
    const state = open(play(APPROVED))
    const track = state.tracks['t1']
    if (!track) throw new Error('an approved case has its track')
    const snapshot = snapshotOf(state, track, { letterNo: '', handlers: [], approvedBy: '', approvedAt: '', manifest: '' })
    const said = read(PAPERS.letter({ snapshot, day: '2026-11-24' }, PAPER_WORDS))
    expect(said[1]).toBe('（移送时编号）')
    expect(said.join('\n')).not.toContain('校验值')
  })
})

describe('the letter of a clue, to the commission (W08)', () => {
  const toCommission = (route: TrackPlan['route']): string[] =>
    letter(sentTrack(sent(FILLED, [plan({ to: COMMISSION, copyTo: null, charges: ['embezzlement'], route })])))
  const SUGGESTED = { rule: 'RG5', suggested: 'commission', citation: '《监察法》第三十七条', reason: '' }

  it('names its own basis, asks for secrecy, and neither promises goods nor asks for a filing decision', () =>
    expect(toCommission(SUGGESTED)).toEqual([
      '乙旗人社局',
      '乙人社移〔2026〕26号',
      '职务违法犯罪问题线索移送函',
      '乙旗监察委员会：',
      '我局办理的赵某祥涉嫌贪污案，涉及公职人员职务违法、职务犯罪问题。依照《监察法》第三十七条的规定，现移送你委依法处理。',
      '一、被反映人',
      '姓名（名称）│证件号码│所在单位和岗位│涉嫌罪名│认定金额（元）',
      '赵某祥││乙旗社保中心 待遇核发岗│诈骗罪│26,800.00',
      '合计│贰万陆仟捌佰元整│26,800.00',
      '二、问题线索',
      '事实',
      '三、法律依据',
      '法律',
      '四、承办人员和联系电话',
      '陈敏，联系电话 0999-8000001',
      '周凯',
      '五、其他事项',
      '（一）本函及所附材料涉及被反映人和办案情况，请你委注意保密，仅限承办人员接触。',
      '（二）请你委将处理情况书面告知我局。',
      '附件：',
      '1. 涉嫌犯罪案件情况的调查报告',
      '2. 涉案物品清单：无。无涉案物品',
      '3. 检验报告或者鉴定意见：无。不需要鉴定',
      '4. 其他涉嫌犯罪的材料（1 件）',
      '5. 移送材料清单（共 1 件，另附）',
      '乙旗人社局（印章）',
      '2026年11月24日',
      '清单校验值（SHA-256）：abc',
      '乙旗人社局│2026年11月24日印发',
    ]))

  it.each([
    ['the rule names no text', { ...SUGGESTED, citation: '' }],
    ['the text is of another body, which the bureau did not choose', { ...SUGGESTED, suggested: 'police', reason: '并案' }],
  ])('names no basis where %s', (_why, route) =>
    expect(toCommission(route)[4]).toBe('我局办理的赵某祥涉嫌贪污案，涉及公职人员职务违法、职务犯罪问题。现移送你委依法处理。'),
  )
  it('names the text of a rule that leaves the choice to a person', () =>
    expect(toCommission({ ...SUGGESTED, suggested: '', reason: '试点' })[4]).toContain('依照《监察法》第三十七条的规定，'))
})

describe('the letter to the procuratorate (found A2)', () => {
  const REASON = '正在办理关联案件'
  const toProcuratorate = (route: TrackPlan['route'], day = '2026-11-24'): string[] =>
    letter(sentTrack(sent(FILLED, [plan({ to: PROCURATORATE, copyTo: null, charges: ['embezzlement'], route })])), day)
  const BY_ART_19 = {
    rule: 'RG5',
    suggested: 'commission',
    citation: '《监察法》第三十七条',
    reason: REASON,
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》第十九条',
  }

  it('is its own: by the text that allows it, with the reason why not the suggested body, without goods of art. 12 and reasons of art. 8', () =>
    expect(toProcuratorate(BY_ART_19)).toEqual([
      '乙旗人社局',
      '乙人社移〔2026〕26号',
      '涉嫌职务犯罪案件线索移送函',
      '乙旗人民检察院：',
      '我局在办理赵某祥涉嫌贪污案中发现涉嫌职务犯罪的线索。依照《行政执法机关移送涉嫌犯罪案件的规定》第十九条的规定，现移送你院依法处理。',
      '一、线索涉及的人员和单位',
      '姓名（名称）│证件号码│所在单位和岗位│涉嫌罪名│认定金额（元）',
      '赵某祥││乙旗社保中心 待遇核发岗│诈骗罪│26,800.00',
      '合计│贰万陆仟捌佰元整│26,800.00',
      '二、案件线索',
      '事实',
      '三、法律依据',
      '法律',
      '四、承办人员和联系电话',
      '陈敏，联系电话 0999-8000001',
      '周凯',
      '五、其他事项',
      '（一）移送你院的理由：正在办理关联案件',
      '（二）本函及所附材料涉及被反映人和办案情况，请你院注意保密，仅限承办人员接触。',
      '（三）请你院将处理情况书面告知我局。',
      '附件：',
      '1. 涉嫌犯罪案件情况的调查报告',
      '2. 涉案物品清单：无。无涉案物品',
      '3. 检验报告或者鉴定意见：无。不需要鉴定',
      '4. 其他涉嫌犯罪的材料（1 件）',
      '5. 移送材料清单（共 1 件，另附）',
      '乙旗人社局（印章）',
      '2026年11月24日',
      '清单校验值（SHA-256）：abc',
      '乙旗人社局│2026年11月24日印发',
    ]))
  it('names no text where none allows it, and none of another body’s', () => {
    const { basis: _, ...before } = BY_ART_19 // as it was written before the basis was kept
    for (const route of [before, { ...BY_ART_19, suggested: 'police', basis: '' }])
      expect(toProcuratorate(route)[4]).toBe('我局在办理赵某祥涉嫌贪污案中发现涉嫌犯罪的线索。现移送你院依法处理。')
  })
  it('was in 2017 that of a case, by analogy, and asked for what the procuratorate’s own rule says', () => {
    const said = toProcuratorate(
      { rule: 'RG2', suggested: 'procuratorate', citation: '《规定》第十八条；人社厅发〔2017〕107号', reason: '' },
      '2017-10-20',
    )
    expect(said[2]).toBe('涉嫌犯罪案件移送书')
    expect(said[4]).toBe(
      '我局办理的赵某祥涉嫌贪污案，当事人的行为涉嫌职务犯罪。依照《规定》第十八条、人社厅发〔2017〕107号的规定，现移送你院依法处理。',
    )
    expect(said.join('\n')).toContain('书面告知我局（高检发释字〔2001〕4号第五条、高检发释字〔2001〕4号第六条）')
    expect(said.join('\n')).not.toContain('理由')
  })
  it('says why it is not the suggested body to a police office and a commission too, and nothing where it is', () => {
    const why = (to: TrackPlan['to'], suggested: string): string | undefined =>
      letter(sentTrack(sent(FILLED, [plan({ to, copyTo: null, route: { ...BY_ART_19, suggested } })]))).find((text) =>
        text.includes('的理由：'),
      )
    expect([why(POLICE, 'commission'), why(COMMISSION, 'police'), why(POLICE, 'police')]).toEqual([
      `（一）移送你局的理由：${REASON}`,
      `（一）移送你委的理由：${REASON}`,
      undefined,
    ])
  })
})

describe('letters of two tracks (D7)', () => {
  const steps = sent(
    [
      ...FILLED,
      { by: CHEN, command: { type: 'RecordSubject', subjectId: 's2', subject: subject({ name: '刘某芳', official: 'no' }), readSeq: 0 } },
      { by: CHEN, command: { type: 'RecordAmounts', lines: [line('s1'), line('s2', 520_050)], assessments: [], readSeq: 3 } },
      { by: CHEN, command: { type: 'AddEvidence', item: item(2) } },
      { by: CHEN, command: { type: 'AddEvidence', item: item(3, 'main-02') } },
      {
        by: CHEN,
        command: {
          type: 'RecordItems',
          items: [
            { ...PHONE, subjectId: 's1' },
            { ...PHONE, subjectId: 's2', name: '存折' },
          ],
          readSeq: 0,
        },
      },
    ],
    [
      plan({
        to: COMMISSION,
        copyTo: null,
        charges: ['embezzlement'],
        facts: '赵某祥所为',
        law: '监察法',
        route: { rule: 'RG7', suggested: 'commission', citation: '', reason: '' },
      }),
      plan({ trackId: 't2', subjectIds: ['s2'], itemIds: ['i2', 'i3'], facts: '刘某芳所为\n\n 第二段 ', law: '刑法' }),
    ],
    ['t1', 't2'],
  )
  const [one, two] = [letter(sentTrack(steps, 't1')), letter(sentTrack(steps, 't2'))]

  it('say each its own text, people and sum, paragraph by paragraph', () => {
    expect(two.slice(6, 14)).toEqual([
      '姓名（名称）│证件号码│所在单位和岗位│涉嫌罪名│认定金额（元）',
      '刘某芳││乙旗社保中心 待遇核发岗│诈骗罪│5,200.50',
      '合计│伍仟贰佰元伍角│5,200.50',
      '二、主要事实',
      '刘某芳所为',
      '第二段',
      '三、法律依据',
      '刑法',
    ])
    expect(one.join('\n')).not.toMatch(/刘某芳|存折|第二段/)
    expect(two.join('\n')).not.toMatch(/赵某祥|电脑/)
  })
  it('have each a report of its own, or one that says that there is none, and nothing of the other’s (found A1)', () => {
    const own = (investigation: string): string[] =>
      investigationReport(
        sentTrack(
          steps.map((step) =>
            step.command.type === 'WriteReport'
              ? {
                  ...step,
                  command: {
                    ...step.command,
                    report: {
                      ...step.command.report,
                      tracks: step.command.report.tracks.map((one) => (one.trackId === 't1' ? { ...one, investigation } : one)),
                    },
                  },
                }
              : step,
          ),
        ),
      )
    expect(own('查明赵某祥虚列')).toContain('查明赵某祥虚列')
    expect(own('')).toContain('移送时没有写明调查经过，也没有附调查报告文件。')
    expect(investigationReport(sentTrack(steps, 't2'))).toContain('调查报告文件 1 件，见移送材料清单“涉嫌犯罪案件情况的调查报告”。')
    for (const said of [own(''), own('查明赵某祥虚列')]) expect(said.join('\n')).not.toMatch(/刘某芳|第二段|^调查$|^移送$/m)
  })
  it('say that no report goes along where none does, and list the one that a file is (found A1)', () => {
    expect(one).toContain('1. 涉嫌犯罪案件情况的调查报告：无。')
    expect(two).toContain('1. 涉嫌犯罪案件情况的调查报告')
  })
  it('list the items of each one’s own people', () => {
    expect(one).toContain('2. 涉案物品清单（1 项）')
    expect(fileList(sentTrack(steps, 't2')).filter((said) => said.startsWith('1│存折'))).toHaveLength(1)
  })
})

describe('the investigation report (W04)', () => {
  it('of one track has the report’s own texts, and beside them what was recorded, part by part (found A1)', () =>
    expect(investigationReport(sentTrack([...APPROVED, sends('t1')]))).toEqual([
      '乙人社移〔2026〕26号',
      '涉嫌犯罪案件情况的调查报告',
      '案号：乙人社案〔2026〕26号',
      '一、案件情况和调查经过',
      '虚列死亡人员待遇',
      '调查',
      '二、涉案人员和单位',
      '姓名（名称）│证件号码│所在单位和岗位│在案件中的地位│主要行为',
      '赵某祥││乙旗社保中心 待遇核发岗│主要│',
      '三、涉嫌犯罪事实',
      '事实',
      '四、金额认定',
      '姓名（名称）│险种│期间│已追回（元）│认定金额（元）',
      '赵某祥│企业职工基本养老保险│2025-01-01至2025-06-30│0.00│26,800.00',
      '合计│贰万陆仟捌佰元整│26,800.00',
      '五、证据目录',
      '序号│名称│证据种类│卷内目录│来源',
      '1│材料1.pdf│银行流水│书证│银行',
      '六、法律依据',
      '法律',
      '七、主体身份',
      '姓名（名称）│公职人员│身份和职务情况',
      '赵某祥│是│利用了职务上的便利',
      '八、结论和处理建议',
      '姓名（名称）│涉嫌罪名│情节│数额档次│说明',
      '赵某祥│诈骗罪││数额较大│地方标准',
      '移送',
      '调查人员：陈敏、周凯',
      '乙旗人社局（印章）',
      '2026年11月24日',
    ]))
  it('says what was found where a person agreed to what was suggested, and nothing where they did not', () => {
    const { snapshot } = sentTrack(SENT)
    const tierOf = (over: object): string | undefined =>
      investigationReport({ snapshot: { ...snapshot, assessments: snapshot.assessments.map((one) => ({ ...one, tier: '', ...over })) } })
        .at(-5)
        ?.split('│')[3]
    expect(tierOf({ suggested: 'TW-02', confirmed: 'agreed' })).toBe('其他较重情节')
    expect(tierOf({ suggested: 'TW-02', confirmed: 'open' })).toBe('')
    expect(tierOf({ suggested: 'manual', confirmed: 'agreed' })).toBe('')
  })
})

describe('the receipt (W09)', () => {
  const RECEIVED_BY = {
    by: INTAKE,
    command: { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '缺第 3 页' },
  } as const
  it('says who signed for what, to the minute, and what was remarked', () =>
    expect(receipts(sentTrack([...APPROVED, sends('t1'), { ...RECEIVED_BY, at: '2026-11-25T01:05:00.000Z' }]))).toEqual([
      [
        '乙旗公安局',
        '乙公收〔2026〕26号',
        '移送书回执',
        '乙旗人社局：',
        '你局移送的乙人社移〔2026〕26号及所列材料已经收到，现予签收。',
        '回执编号│乙公收〔2026〕26号',
        '移送书文号│乙人社移〔2026〕26号',
        '案件名称│赵某祥涉嫌诈骗案',
        '收到材料│移送书 1 份，材料 1 件',
        '签收时间│2026年11月25日9时05分',
        '签收人│郝强',
        '备注（缺件等）│缺第 3 页',
        '清单校验值│abc',
        '乙旗公安局（印章）',
        '2026年11月25日',
      ],
    ]))
  it('says nothing of remarks that nobody entered (found A3)', () =>
    expect(receipts(sentTrack(RECEIVED))[0]?.join('\n')).not.toMatch(/备注|无$/m))
  it('is not there before anybody signed', () => expect(receipts(sentTrack(SENT))).toEqual([]))
  it('on paper: names who signed the paper, and which paper it was', () => {
    const onPaper = { actedBy: '额尔敦', paperNo: '庚公收31号', blobDigest: '' }
    const [said = []] = receipts(sentTrack([...SENT, { ...RECEIVED_BY, onPaper, at: '2026-11-24T12:00:00.000Z' }]))
    expect(said).toEqual(expect.arrayContaining(['回执编号│庚公收31号', '签收人│额尔敦', '据纸质文书登记，原件文号 庚公收31号']))
    expect(said.join('\n')).not.toContain('郝强')
    expect(receipts(sentTrack(RECEIVED))[0]?.join('\n')).not.toContain('据纸质文书登记')
  })
  it('passed on: one of each body, the second says from whom and when', () => {
    const passed: Step[] = [
      ...RECEIVED,
      {
        by: INTAKE,
        at: '2026-11-25T02:00:00.000Z',
        command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: null, reason: '管辖' },
      },
      {
        by: { ...INTAKE, personId: 'lei', unitId: 'police-2' },
        at: '2026-11-25T03:00:00.000Z',
        command: { type: 'SignReceipt', trackId: 't1', code: '丙公', damaged: [], remarks: '' },
      },
    ]
    const [first = [], second = [], ...more] = receipts(sentTrack(passed))
    expect([first[0], second[0], more]).toEqual(['乙旗公安局', '丙县公安局', []])
    expect(first.join('\n')).not.toContain('转送')
    expect(second).toContain('转送│由乙旗公安局于2026年11月25日10时00分转送')
    expect(second.at(-2)).toBe('丙县公安局（印章）')
    expect(receipts(sentTrack(passed.slice(0, -1)))).toHaveLength(1)
  })
})

describe('the list of material (W10) and of items (W11)', () => {
  const before: Step[] = [...FILLED, { by: CHEN, command: { type: 'RecordItems', items: [{ ...PHONE, subjectId: 's1' }], readSeq: 0 } }]
  const DIGESTS = (n: number) => [`SM3 ${`${n}`.padStart(64, 'f')}`, `SHA-256 ${`${n}`.padStart(64, '0')}`]

  it('lists every file with its folder, source and both digests, and every item', () =>
    expect(fileList(sentTrack(sent(before, [plan()])))).toEqual([
      '乙人社移〔2026〕26号',
      '移送材料清单',
      '序号│名称│卷内目录│来源│取证人│取得日期│大小',
      '1│材料1.pdf│书证│银行│陈敏│2026-11-12│10 B',
      ...DIGESTS(1),
      '共 1 件，10 B。',
      '清单校验值（SHA-256）：abc',
      '涉案物品清单',
      '序号│名称│规格│数量│特征、状况│价值（元）│存放地点│取得方式',
      '1│电脑主机│A-1│1 台│封存│2,600.00│C-07│登记保存',
      '移送人：│接收人：│年　　月　　日',
    ]))
  it('goes on counting through what was sent later, under its day; a note without files is no heading', () => {
    const supplement = (at: string, itemIds: string[], note = ''): Step => ({
      by: CHEN,
      at,
      command: { type: 'SendSupplement', trackId: 't1', itemIds, note },
    })
    const steps: Step[] = [
      ...EXAMINING,
      { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'main-06') } },
      supplement('2026-11-25T16:30:00.000Z', ['i2']),
      supplement('2026-11-27T02:00:00.000Z', [], '说明'),
    ]
    const said = fileList(sentTrack(steps))
    expect(said.filter((text) => /补充移送|^\d│|^共/.test(text))).toEqual([
      '1│材料1.pdf│书证│银行│陈敏│2026-11-12│10 B',
      '2026年11月26日 补充移送',
      '2│材料2.pdf│询问笔录│银行│陈敏│2026-11-12│10 B',
      '共 2 件，20 B。',
    ])
    expect(said.join('\n')).not.toContain('涉案物品清单')
  })
})
