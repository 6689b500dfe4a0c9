/** The main walk: a fraud case from registration to the refusal to file and the head's leaving it at that, and what each party is told. Once with scripts and once without. */
import { attachEvidence } from '../acts/evidence.ts'
import { hears } from '../acts/notices.ts'
import { declineFiling, findArrived, openExamination, signReceipt } from '../acts/receiving.ts'
import { findInWorklist, recordAmounts, recordSubjects, registerCase } from '../acts/registering.ts'
import { approve, confirmReport, giveOpinion, submitReport, writeReport } from '../acts/report.ts'
import { sendTransfer, signForDecision } from '../acts/sending.ts'
import { answersOn, doesOnTrack } from '../acts/stages.ts'
import { t, test } from '../people.ts'
import { fraud } from '../stories.ts'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a fraud goes from the bureau to the police, who decline to file; everyone hears of each step, and the head leaves it at that (found B1, B5, C4)', async ({
      as,
    }) => {
      const chen = await as('chenmin')
      const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
      await chen.does(recordSubjects(matter))
      await chen.does(recordAmounts(matter))
      await chen.does(attachEvidence(matter))
      await chen.does(writeReport(matter))

      const zhou = await as('zhoukai')
      await zhou.does(hears(matter, t.sentences['report-to-confirm']({})))
      await zhou.does(confirmReport(matter))
      await chen.does(submitReport(matter))

      const li = await as('lifang')
      await li.does(giveOpinion(matter, 'agree', '事实清楚，同意移送。'))
      const wang = await as('wangjianping')
      await wang.does(hears(matter, t.sentences['report-submitted']({})))
      await wang.does(findInWorklist(matter))
      await wang.does(approve(matter, '同意移送。请当面交接。'))

      await chen.does(hears(matter, t.sentences['transfer-approved']({})))
      await chen.does(findInWorklist(matter))
      const sent = await chen.does(sendTransfer(matter))

      const hao = await as('haoqiang')
      await hao.does(hears(matter, t.sentences['transfer-arrived']({})))
      await hao.does(findArrived(sent))
      await hao.sees('bank-flow.xlsx')
      await hao.neverSees('work-notes.docx') // 副卷 never leaves the house
      await hao.opens(`/transfers/${sent.trackId}/report`)
      await hao.sees('经初核立案，两名执法人员依法调取业务数据') // found A1
      await hao.neverSees('work-notes.docx')
      await hao.does(signReceipt(sent, '材料齐全'))
      const guan = await as('guanqing')
      await guan.does(hears(matter, t.sentences['transfer-copied']({})))
      await guan.opens(`/transfers/${sent.trackId}`)
      await guan.sees(t.receiving.copiedNote, t.receiving.filesCopied, matter.story.subjects[0]?.name ?? '')

      const liu = await as('liuyang')
      await liu.does(openExamination(sent))
      const opinion = '审查了全部材料：现有证据不足以证明非法占有目的。'
      await liu.sees(t.duty['write-opinion'])
      await liu.does(answersOn(sent, 'GiveFilingOpinion', { chosen: ['proposes', 'decline'], fields: { text: opinion } }))
      const ma = await as('maweiguo')
      await ma.does(hears(matter, t.sentences['filing-opinion-given']({})))
      await ma.opens(`/transfers/${sent.trackId}/decision`)
      await ma.sees(opinion, 'bank-flow.xlsx', matter.story.subjects[0]?.name ?? '') // beside the form (found B5)
      for (const other of [chen, guan]) {
        await other.opens(other === chen ? `/cases/${matter.caseId}/timeline` : `/transfers/${sent.trackId}`)
        await other.neverSees(opinion)
      }
      await ma.does(declineFiling(sent, '乙公（刑）不立字〔2026〕77号', '现有证据不足以证明其具有非法占有目的。'))

      const jian = await as('jianning')
      await jian.opens('/')
      await jian.sees(sent.letterNo) // refusals first (found C4)
      await jian.does(answersOn(sent, 'FindNoObjection', { fields: { reason: '公安机关的决定适当。' } }))
      await jian.opens('/transfers')
      await jian.sees(t.stage.begun.reviewed)
      await chen.opens(`/cases/${matter.caseId}/transfers`)
      await chen.sees(t.stage.begun.reviewed, '公安机关的决定适当。')

      await chen.does(hears(matter, t.sentences['examination-opened']({})))
      await chen.does(hears(matter, t.sentences['case-not-filed']({})))
      await guan.does(hears(matter, t.sentences['case-not-filed']({})))
      await chen.does(signForDecision(matter, sent))
      await chen.sees(t.duty.reconsider)
      await ma.does(hears(matter, t.sentences['decision-signed-for']({})))

      await wang.does(doesOnTrack(matter, sent, 'WaiveRemedy', { fields: { reason: '公安机关的理由成立，由本局依法作行政处理。' } }))
      await chen.opens(`/cases/${matter.caseId}`)
      await chen.sees(t.casePage.nothing)
    })
  })
