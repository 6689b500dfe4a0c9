/** A decision of the demo world that nobody has signed for in a day: the portal's own clock alarms at its start, and only once. */
import { countHeard } from '../acts/notices.ts'
import { button, expect, field, link, t, test } from '../people.ts'

const TITLE = '双重户籍阚某重复领取养老金案'

test('silence: a decision unsigned after 24 hours alarms liaison and superior, once', async ({ as }) => {
  const zhou = await as('zhoukai')
  await zhou.opens('/cases')
  await field(zhou.page, t.worklist.text).fill(TITLE)
  await button(zhou.page, t.list.filter).click()
  await expect(zhou.page).toHaveURL(/[?&]text=/)
  const row = zhou.page.getByRole('row').filter({ hasText: TITLE })
  const caseNo = /\S+案〔\d{4}〕\d+号/.exec(await row.innerText())?.[0] ?? ''
  expect(caseNo).not.toBe('')
  const address = (await link(row, caseNo).getAttribute('href')) ?? ''

  const alarm = t.sentences['silence-alarmed']({})
  const [liaison, superior] = [await as('hexiaodong'), await as('baixue')]
  await expect.poll(() => liaison.does(countHeard({ caseNo }, alarm))).toBe(1)
  for (const person of [superior, await as('wangjianping'), await as('taoyongchang')])
    expect(await person.does(countHeard({ caseNo }, alarm)), person.name).toBe(1)
  for (const person of [zhou, await as('lanying')]) expect(await person.does(countHeard({ caseNo }, alarm)), person.name).toBe(0)

  await zhou.opens(`${address}/transfers`)
  await zhou.sees(t.track.silent, t.track.notSignedFor)
  await zhou.opens(`${address}/timeline`)
  await zhou.sees(t.tlTitle.SilenceAlarmed)
})
