/** What the head may also say. */
import { build, buildToApproval, submit } from '../acts/office-day.ts'
import { hears } from '../acts/notices.ts'
import { approve, refuse, returnReport, withdrawReport, writeReport } from '../acts/report.ts'
import { button, choice, link, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

test('refused: the reasons are asked for, kept, and told to the officers', async ({ as }) => {
  const [chen, zhou, wang] = [await as('chenmin'), await as('zhoukai'), await as('wangjianping')]
  const matter = await build(fraud(), { handler: chen, second: zhou })
  await submit(matter, { handler: chen, second: zhou })

  await wang.opens(`/cases/${matter.caseId}/decision`)
  await button(wang.page, t.decision.decide).click()
  await wang.sees(t.decision.errChoice)
  await choice(wang.page, t.decision.choice, t.approval.refuse).check()
  await button(wang.page, t.decision.decide).click()
  await wang.sees(t.field['opinion.reason']({}))

  const reason = '现有证据不足以认定涉嫌犯罪，依法作行政处理。'
  await wang.does(refuse(matter, reason))
  await chen.does(hears(matter, t.sentences['transfer-refused']({})))
  await chen.opens(`/cases/${matter.caseId}/decision`)
  await chen.sees(reason, t.status.refused)
})

test('returned for changes: the officer changes it, the other confirms anew, and it is approved', async ({ as }) => {
  const [chen, zhou, wang] = [await as('chenmin'), await as('zhoukai'), await as('wangjianping')]
  const matter = await build(fraud(), { handler: chen, second: zhou })
  await submit(matter, { handler: chen, second: zhou })
  const note = '请补充资金流向。'
  await wang.does(returnReport(matter, note))

  await zhou.does(hears(matter, t.sentences['report-returned']({})))
  await chen.opens(`/cases/${matter.caseId}/report`)
  await chen.sees(note)
  await chen.does(writeReport(matter))
  await submit(matter, { handler: chen, second: zhou })
  await wang.does(approve(matter))
})

test('taken back: the approval is void with it, and nothing can be sent until it was approved anew', async ({ as }) => {
  const [chen, zhou, wang] = [await as('chenmin'), await as('zhoukai'), await as('wangjianping')]
  const matter = await buildToApproval(fraud(), { handler: chen, second: zhou, head: wang })
  await chen.does(withdrawReport(matter, '报告引用的流水有误。'))
  await wang.does(hears(matter, t.sentences['report-withdrawn']({})))
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await chen.sees(t.track.none)
  await wang.opens(`/cases/${matter.caseId}/decision`)
  await wang.sees(t.decision.notSubmitted)
})

test('a head’s hand is not forced: an officer of the case may not decide it, and nothing goes out before', async ({ as }) => {
  const [chen, zhou] = [await as('chenmin'), await as('zhoukai')]
  const matter = await build(fraud(), { handler: chen, second: zhou })
  await chen.opens(`/cases/${matter.caseId}/report`)
  await chen.sees(t.report.waitsForOther, t.refusal['report.not-confirmed']({}))
  await submit(matter, { handler: chen, second: zhou })
  await chen.opens(`/cases/${matter.caseId}/decision`)
  await chen.neverSees(t.decision.decide)
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await chen.sees(t.track.none)
  await chen.opens(`/cases/${matter.caseId}/report/write`)
  await chen.isAt(t.report.title)
  await link(chen.page, t.case.tabOverview).click()
  await chen.sees(t.clock.waitingFor(t.post.approver))
})
