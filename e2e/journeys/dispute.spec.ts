/** D23: a body with accounts of its own disputes what was recorded from paper in its name. */
import { hears } from '../acts/notices.ts'
import { buildToSending } from '../acts/office-day.ts'
import { recordOnPaper } from '../acts/paper.ts'
import { disputePaper } from '../acts/receiving.ts'
import { expect, link, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

test('disputed: the police deny a receipt recorded from paper, and the sender hears and reads of it', async ({ as }) => {
  const [chen, zhou] = [await as('chenmin'), await as('zhoukai')]
  const { matter, sent } = await buildToSending(fraud(), { handler: chen, second: zhou, head: await as('wangjianping') })
  const paper = { no: '乙公刑收〔2026〕131号', signedBy: '郝强' }
  await chen.does(recordOnPaper(matter, sent, { act: 'receipt' }, paper))

  const hao = await as('haoqiang')
  await hao.does(hears(matter, t.sentences['paper-recorded']({})))
  const reason = '本局当日没有收到材料，回执上的签名不是本人所签。'
  await hao.does(disputePaper(sent, t.tlTitle.ReceiptSigned, reason))
  await hao.sees(t.track.disputes, new RegExp(paper.no))
  await expect(link(hao.page, `${t.receiving.dispute} ${t.tlTitle.ReceiptSigned}`)).toHaveCount(0) // once is enough

  for (const person of [chen, zhou, await as('hexiaodong')]) await person.does(hears(matter, t.sentences['paper-disputed']({})))
  await chen.opens(`/cases/${matter.caseId}/timeline`)
  await chen.sees(t.tlTitle.PaperDisputed, new RegExp(reason), new RegExp(`异议对象：.*${t.tlTitle.ReceiptSigned}`))
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await chen.sees(t.track.disputes, reason, paper.no)
})
