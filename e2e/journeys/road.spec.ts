/** Roads that end (found B1): what follows a decision of the police, until nothing is owed. With scripts and without. */
import { buildToSending } from '../acts/office-day.ts'
import { declineFiling, openExamination, signReceipt } from '../acts/receiving.ts'
import { today } from '../acts/registering.ts'
import { signForDecision } from '../acts/sending.ts'
import { answersOn, doesOnTrack, handOver, paperOf } from '../acts/stages.ts'
import { link, t, test, unitName, type As } from '../people.ts'
import { fraud } from '../stories.ts'

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

    test('refused and left at that: the head says why, and nothing is owed (found B1)', async ({ as }) => {
      const { matter, sent, chen, wang, police } = await refused(as)
      const reason = '公安机关的理由成立，款项已全部追回。'
      await wang.does(doesOnTrack(matter, sent, 'WaiveRemedy', { fields: { reason } }))
      await wang.sees(reason, unitName(sent.to))
      await chen.opens(`/cases/${matter.caseId}`)
      await chen.sees(t.casePage.nothing)
      await police.opens(`/transfers/${sent.trackId}`)
      await police.neverSees(reason) // it stays in the sender's house
    })
  })
