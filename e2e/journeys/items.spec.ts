/** 涉案物品: recorded before the report, counted in the letter, read in full by the body; and no expert opinion, with the reason why. */
import { attachEvidence } from '../acts/evidence.ts'
import { submit } from '../acts/office-day.ts'
import { signReceipt } from '../acts/receiving.ts'
import { recordAmounts, recordItems, recordSubjects, registerCase } from '../acts/registering.ts'
import { approve, writeReport } from '../acts/report.ts'
import { sendTransfer } from '../acts/sending.ts'
import { t, test } from '../people.ts'
import { fraud } from '../stories.ts'
import { PAPER_WORDS } from '#lib/i18n/papers'

test('items go with the case: in the list, in the letter, before the police; the procuratorate’s copy has none', async ({ as }) => {
  const [chen, zhou] = [await as('chenmin'), await as('zhoukai')]
  const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
  await chen.does(recordSubjects(matter))
  await chen.does(recordAmounts(matter))
  const owner = matter.story.subjects[0]?.name ?? ''
  const [passbook, phone] = [
    { name: '存折原件', quantity: '2', unit: '本', place: '本局证物柜 C-07', origin: '先行登记保存，乙人社登〔2026〕5号', of: owner },
    { name: '涉案手机', quantity: '1', unit: '部', place: '本局证物柜 C-08', origin: '本人提交', value: '2600' },
  ]
  await chen.does(recordItems(matter, [passbook, phone]))
  await chen.sees('2,600.00', t.items.nobody)
  await chen.does(attachEvidence(matter))
  await chen.does(writeReport(matter))
  await submit(matter, { handler: chen, second: zhou })
  await (await as('wangjianping')).does(approve(matter))
  const sent = await chen.does(sendTransfer(matter))

  const hao = await as('haoqiang')
  const { letter } = PAPER_WORDS
  const expert = letter.none(letter.material('expert', 0), t.transfers.naRadio)
  await hao.opens(`/transfers/${sent.trackId}/letter`)
  await hao.sees(new RegExp(letter.material('items', 2)), new RegExp(expert))
  await hao.does(signReceipt(sent))
  await hao.opens(`/transfers/${sent.trackId}`)
  await hao.sees(t.items.caption, /存折原件/, /涉案手机/, passbook.place, passbook.origin, phone.origin, '2,600.00')
  await hao.sees(t.receiving.absentOf(t.material.expert, t.transfers.naRadio))

  const guan = await as('guanqing')
  await guan.opens(`/transfers/${sent.trackId}`)
  await guan.sees(t.receiving.copiedNote)
  await guan.neverSees(passbook.place, phone.name)
})
