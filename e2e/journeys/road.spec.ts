/** Roads that end (found B1): what follows a decision of the police, until nothing is owed. With scripts and without. */
import { attachEvidence } from '../acts/evidence.ts'
import { hears } from '../acts/notices.ts'
import { buildToApproval, buildToSending, submit } from '../acts/office-day.ts'
import { declineFiling, openExamination, returnTransfer, signReceipt } from '../acts/receiving.ts'
import { today } from '../acts/registering.ts'
import { approve, openRound, writeReport } from '../acts/report.ts'
import { sendTransfer, signForDecision } from '../acts/sending.ts'
import { answersOn, doesOnTrack, handOver, paperOf } from '../acts/stages.ts'
import { link, t, test, type As } from '../people.ts'
import { fraud, mixed } from '../stories.ts'

async function refused(as: As) {
  const [chen, wang, police] = [await as('chenmin'), await as('wangjianping'), await as('maweiguo')]
  const { matter, sent } = await buildToSending(fraud(), { handler: chen, second: await as('zhoukai'), head: wang })
  await (await as('haoqiang')).does(signReceipt(sent))
  await (await as('liuyang')).does(openExamination(sent))
  await police.does(declineFiling(sent, '乙公（刑）不立字〔2026〕201号', '没有犯罪事实。'))
  await chen.does(signForDecision(matter, sent))
  return { matter, sent, chen, wang, police }
}
const OBJECTION = '原决定遗漏银行流水和三名证人的证言。'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('refused, upheld, supervised, filed as ordered, handed over: and nothing is owed (found B1)', async ({ as }) => {
      const { matter, sent, chen, wang, police } = await refused(as)
      await chen.does(doesOnTrack(matter, sent, 'PrepareReconsideration', { fields: { text: OBJECTION } }))
      await wang.does(doesOnTrack(matter, sent, 'AskReconsideration', { sees: [OBJECTION] }))
      await wang.sees(t.status.reconsider)
      await link(wang.page, t.stage.print(t.stage.begun.T20)).click()
      await wang.sees('复议申请书', OBJECTION)
      await police.does(
        answersOn(sent, 'AnswerReconsideration', {
          sees: [OBJECTION],
          chosen: ['outcome', 'upheld'],
          fields: { decisionNo: '乙公（法）复字〔2026〕9号', decidedOn: today(), reasons: '原决定正确。' },
          file: 'not-filing-notice.pdf',
        }),
      )
      await chen.does(signForDecision(matter, sent))
      await chen.sees(t.status.upheld)

      await chen.does(doesOnTrack(matter, sent, 'PrepareSupervision', { fields: { text: OBJECTION } }))
      await wang.does(doesOnTrack(matter, sent, 'ProposeSupervision', { sees: [OBJECTION] }))
      const procurator = await as('jianning')
      await procurator.does(answersOn(sent, 'AskReasons', paperOf('乙检立监说〔2026〕21号', '请说明不立案的理由。')))
      await police.does(answersOn(sent, 'ExplainReasons', paperOf('乙公说字〔2026〕21号', '证据不足。')))
      await procurator.does(answersOn(sent, 'OrderFiling', { ...paperOf('乙检通立〔2026〕21号', '理由不成立。'), sees: ['证据不足。'] }))
      await police.does(
        answersOn(sent, 'FileAsOrdered', {
          fields: { decisionNo: '乙公（刑）立字〔2026〕221号', decidedOn: today() },
          file: 'filing-decision.pdf',
        }),
      )
      await chen.does(signForDecision(matter, sent))
      await chen.sees(t.status.filed)

      await chen.does(handOver(matter, sent, 'bank-flow.xlsx'))
      await (await as('liuyang')).does(answersOn(sent, 'ConfirmHandOver', { chosen: ['outcome', 'taken'], sees: ['bank-flow.xlsx'] }))
      await chen.opens(`/cases/${matter.caseId}`)
      await chen.sees(t.casePage.nothing)
      await police.does(
        answersOn(sent, 'ReportStatus', { chosen: ['kind', 'recovered'], fields: { on: today(), sum: '6,300', text: '已退缴' } }),
      )
      await chen.opens(`/cases/${matter.caseId}/transfers`)
      await chen.sees(t.stage.sum('6,300.00'), t.stage.silent(0))
      await link(chen.page, t.case.tabTimeline).click()
      await chen.sees(t.stage.begun.T20, t.stage.answered.ordered, t.stage.begun.T29)
    })

    test('refused, and reopened with new evidence: it goes out anew, and the refusal stays (found B3)', async ({ as }) => {
      const { matter, sent, chen, wang } = await refused(as)
      const reason = '补查到银行流水和三名证人的证言，足以证明隐瞒死亡的事实。'
      await chen.does(openRound(matter, reason))
      await wang.does(hears(matter, t.sentences['round-opened']({})))
      await chen.does(attachEvidence(matter, [{ names: ['interview.docx'], folder: 'main-05', kind: 'E09' }]))
      await chen.does(writeReport(matter))
      await submit(matter, { handler: chen, second: await as('zhoukai') })
      await wang.does(approve(matter))
      const second = await chen.does(sendTransfer(matter))
      await (await as('haoqiang')).does(signReceipt(second))
      await chen.opens(`/cases/${matter.caseId}/transfers`)
      await chen.sees(sent.letterNo, second.letterNo, t.status.notFiled, t.status.received)
      await chen.opens(`/cases/${matter.caseId}/report`)
      await chen.sees(t.report.roundNo(1))
    })

    test('one half of a mixed case comes back and goes out anew, while the other half goes on (found B2)', async ({ as }) => {
      const story = mixed()
      const [chen, wang, hao, qu] = [await as('chenmin'), await as('wangjianping'), await as('haoqiang'), await as('quhong')]
      const matter = await buildToApproval(story, { handler: chen, second: await as('zhoukai'), head: wang })
      const toCommission = await chen.does(sendTransfer(matter, 'yi-comm'))
      const toPolice = await chen.does(sendTransfer(matter, 'yi-police'))
      await qu.does(signReceipt(toCommission))
      await hao.does(signReceipt(toPolice))
      await hao.does(returnTransfer(toPolice, '材料反映的是职务犯罪，不属于公安机关职责。', ''))
      await chen.opens(`/cases/${matter.caseId}`)
      await chen.sees(t.duty['plan-anew'])

      await chen.does(openRound(matter, '已分别取证，外部人员的诈骗事实另行移送。'))
      const [, outside] = story.tracks
      if (!outside) throw new Error('a mixed case has two halves')
      const half = { ...matter, story: { ...story, tracks: [{ ...outside, facts: `${story.outsider}单独组织伪造档案。` }] } }
      await chen.does(writeReport(half))
      await submit(half, { handler: chen, second: await as('zhoukai') })
      await wang.does(approve(half))
      const second = await chen.does(sendTransfer(half))
      await hao.does(signReceipt(second))
      await hao.neverSees(story.insider, toCommission.letterNo)
      await chen.opens(`/cases/${matter.caseId}/transfers`)
      await chen.sees(toCommission.letterNo, toPolice.letterNo, second.letterNo, t.status.returned)
      await qu.opens(`/transfers/${toCommission.trackId}`)
      await qu.sees(t.status.received)
    })
  })
