/** What may happen between sending and decision: asked for more, passed on, returned, withdrawn. */
import { attachEvidence } from '../acts/evidence.ts'
import { hears } from '../acts/notices.ts'
import { buildToSending } from '../acts/office-day.ts'
import { askSupplement, openExamination, returnTransfer, signAndPassOn, signReceipt } from '../acts/receiving.ts'
import { sendSupplement, sendTransfer, withdrawTransfer } from '../acts/sending.ts'
import { expect, link, t, test, unitName } from '../people.ts'
import { fraud } from '../stories.ts'
import type { Person } from '../people.ts'

const team = async (as: (login: string) => Promise<Person>) => ({
  handler: await as('chenmin'),
  second: await as('zhoukai'),
  head: await as('wangjianping'),
})

test('supplement: the police sign and ask while they examine, the bureau sends what was wanted, and the review goes on (found B5)', async ({
  as,
}) => {
  const yi = await team(as)
  const { matter, sent } = await buildToSending(fraud(), yi)
  const hao = await as('haoqiang')
  await hao.does(signReceipt(sent))
  await (await as('liuyang')).does(openExamination(sent))
  await hao.does(askSupplement(sent, ['参保人身份证明复印件', '中介收费账目']))

  const chen = yi.handler
  await chen.does(hears(matter, t.sentences['supplement-asked']({ n: 2 })))
  await chen.does(attachEvidence(matter, [{ names: ['id-copies.pdf'], folder: 'main-05', kind: 'E27' }]))
  await chen.does(sendSupplement(matter, sent, ['id-copies.pdf'], '按要求补正身份证明复印件，账目另附说明。'))

  await hao.does(hears(matter, t.sentences['supplement-sent']({ n: 1 })))
  await hao.opens(`/transfers/${sent.trackId}`)
  await hao.sees('id-copies.pdf', t.status.underReview)
  const download = hao.page.waitForEvent('download')
  await link(hao.page, 'id-copies.pdf').click()
  expect((await download).suggestedFilename()).toBe('id-copies.pdf')
})

test('passed on: the first body signs and passes on, the second signs, and the first can open no file any more', async ({ as }) => {
  const yi = await team(as)
  const { matter, sent } = await buildToSending(fraud(), yi)
  const hao = await as('haoqiang')
  await hao.does(signAndPassOn(sent, 'bing-police', '主要犯罪地在丙县。'))
  await hao.sees(t.receiving.passedNote(unitName('bing-police')), t.receiving.filesPassed)

  await yi.handler.does(hears(matter, t.sentences['passed-on']({ body: unitName('bing-police') })))
  const lei = await as('leiming')
  await lei.does(hears(matter, t.sentences['passed-on-to-you']({})))
  await lei.does(signReceipt(sent))
  await (await as('dongfei')).does(openExamination(sent))

  await yi.handler.opens(`/cases/${matter.caseId}/transfers`)
  await yi.handler.sees(unitName('bing-police'), t.status.underReview)
  await hao.opens(`/transfers/${sent.trackId}`)
  await hao.neverSees(t.status.underReview)
})

test('returned: no duty of this kind of body, and the bureau reads why', async ({ as }) => {
  const yi = await team(as)
  const { matter, sent } = await buildToSending(fraud(), yi)
  const hao = await as('haoqiang')
  await hao.does(signReceipt(sent))
  const reason = '欠缴社会保险费由税务机关征收，不属于公安机关职责。'
  await hao.does(returnTransfer(sent, reason, '乙旗税务局'))
  await yi.handler.does(hears(matter, t.sentences['transfer-returned']({})))
  await yi.handler.opens(`/cases/${matter.caseId}/transfers`)
  await yi.handler.sees(reason, '乙旗税务局', t.status.returned)
})

test('withdrawn: before the receipt only; the body reads that, and the case goes out anew under another number', async ({ as }) => {
  const yi = await team(as)
  const chen = yi.handler
  const { matter, sent } = await buildToSending(fraud(), yi)
  await chen.does(withdrawTransfer(matter, sent, '附件清单漏列一件，撤回后重新移送。'))

  const hao = await as('haoqiang')
  await hao.does(hears({ ...matter, caseNo: sent.letterNo }, t.sentences['transfer-withdrawn']({}))) // by its letter's number alone (found A7)
  await hao.opens(`/transfers/${sent.trackId}`)
  await hao.sees(t.receiving.withdrawn, unitName('yi-hrss'))
  await hao.neverSees(t.receiptForm.incomplete, '附件清单漏列一件')

  expect((await hao.context.request.get(`/transfers/${sent.trackId}/report`)).status(), 'as the letter (found A1)').toBe(404)

  const second = await chen.does(sendTransfer(matter))
  expect(second.letterNo).not.toBe(sent.letterNo)
  await hao.does(signReceipt(second))
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await chen.sees(t.reasonAct.WithdrawTransfer.notNow ?? '')
  await expect(link(chen.page, t.reasonAct.WithdrawTransfer.title)).toHaveCount(0)
})
