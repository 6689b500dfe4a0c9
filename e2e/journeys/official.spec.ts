import { buildToApproval } from '../acts/office-day.ts'
import { hears } from '../acts/notices.ts'
import { fileCase, openExamination, signReceipt } from '../acts/receiving.ts'
import { sendTransfer, signForDecision } from '../acts/sending.ts'
import { button, expect, field, group, t, test, unitName } from '../people.ts'
import { official } from '../stories.ts'
import { attachEvidence } from '../acts/evidence.ts'
import { recordAmounts, recordSubjects, registerCase } from '../acts/registering.ts'

const REASON =
  '经联席会议会商，乙旗人民检察院正在办理关联案件，依照《行政执法机关移送涉嫌犯罪案件的规定》（2020）第十九条向人民检察院移送。'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('for an official the commission is suggested; with a reason under Order 310 (2020) art. 19 the procuratorate signs and files', async ({
      as,
    }) => {
      const [chen, zhou, wang] = [await as('chenmin'), await as('zhoukai'), await as('wangjianping')]
      const matter = await buildToApproval(official({ to: 'yi-proc', reason: REASON }), { handler: chen, second: zhou, head: wang })
      const sent = await chen.does(sendTransfer(matter))

      const guan = await as('guanqing')
      const [art19, art37] = ['《行政执法机关移送涉嫌犯罪案件的规定》第十九条', '《监察法》第三十七条']
      for (const path of ['', '/letter']) {
        await guan.opens(`/transfers/${sent.trackId}${path}`)
        await guan.sees(REASON, art19)
        await guan.neverSees(art37, '第十二条', '第八条') // found A2
      }
      await wang.opens(`/cases/${matter.caseId}/decision`)
      await wang.sees(REASON, art19)
      await guan.does(signReceipt(sent))
      await (await as('fengyu')).does(openExamination(sent))
      const duan = await as('duanrui')
      await duan.does(fileCase(sent, '乙检立〔2026〕91号', 'embezzlement'))

      await chen.does(hears(matter, t.sentences['case-filed']({})))
      await chen.does(signForDecision(matter, sent))
      await chen.sees(t.status.filed, '乙检立〔2026〕91号')
    })
  })

test('another body than the suggested one is not written down without a reason', async ({ as }) => {
  const chen = await as('chenmin')
  const matter = await chen.does(registerCase(official({ to: 'yi-proc' }), 'zhoukai'))
  await chen.does(recordSubjects(matter))
  await chen.does(recordAmounts(matter))
  await chen.does(attachEvidence(matter))
  await chen.opens(`/cases/${matter.caseId}/report/write`)
  await chen.sees(t.write.suggests(t.unitKind.commission), t.write.alternative(t.unitKind.procuratorate, '').split('。')[0] ?? '')

  const { page } = chen
  for (const label of [t.report.investigation, t.report.facts, t.report.law, t.report.proposal]) await field(page, label).fill('已写明。')
  await group(page, t.report.recipient).getByLabel(unitName('yi-proc')).check()
  await button(page, t.write.save).click()
  await chen.sees(t.refusal['report.route-needs-reason']({}))
  await expect(group(page, t.report.recipient).getByLabel(unitName('yi-proc'))).toBeChecked()
  await expect(page).toHaveTitle(new RegExp(`^${t.form.errPrefix}`))
})
