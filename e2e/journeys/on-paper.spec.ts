import { buildToSending } from '../acts/office-day.ts'
import { hears } from '../acts/notices.ts'
import { recordOnPaper } from '../acts/paper.ts'
import { signForDecision } from '../acts/sending.ts'
import { expect, link, t, test, unitName } from '../people.ts'
import { fraud } from '../stories.ts'

test('on paper: a whole case to a police bureau without accounts, step by step from its papers', async ({ as }) => {
  const alatan = await as('alatan')
  const { matter, sent } = await buildToSending(fraud('geng-police', 'geng-hrss'), {
    handler: alatan,
    second: await as('suhe'),
    head: await as('burigude'),
  })
  await alatan.sees(unitName('geng-police'))

  await alatan.does(recordOnPaper(matter, sent, { act: 'receipt' }, { no: '庚公刑收〔2026〕31号', signedBy: '额尔敦' }))
  await alatan.sees(t.status.received, t.track.onPaper)
  await alatan.does(recordOnPaper(matter, sent, { act: 'examination' }, { no: '庚公刑审〔2026〕31号', signedBy: '额尔敦' }))
  await alatan.sees(t.status.underReview)
  await alatan.does(
    recordOnPaper(
      matter,
      sent,
      { act: 'decision', outcome: 'file', charge: 'fraud' },
      { no: '庚公（刑）立字〔2026〕12号', signedBy: '朝鲁', scan: 'filing-decision.pdf' },
    ),
  )
  await alatan.sees(t.status.filed, '朝鲁')

  await (await as('suhe')).does(hears(matter, t.sentences['case-filed']({})))
  await alatan.does(signForDecision(matter, sent))
  for (const [name, saved] of [
    [t.track.scan, 'scan.jpg'],
    ['filing-decision.pdf', 'filing-decision.pdf'],
  ] as const) {
    const download = alatan.page.waitForEvent('download')
    await link(alatan.page, name).last().click()
    expect((await download).suggestedFilename()).toBe(saved)
  }
})
