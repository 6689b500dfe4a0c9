/** 签名并移送 once, however often it is pressed and however the network stammers. */
import { buildToApproval } from '../acts/office-day.ts'
import { prepareTransfer, sentOf } from '../acts/sending.ts'
import { button, expect, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a double click and a replay make one transfer', async ({ as }) => {
      const chen = await as('chenmin')
      const matter = await buildToApproval(fraud(), { handler: chen, second: await as('zhoukai'), head: await as('wangjianping') })
      await chen.does(prepareTransfer(matter, 'yi-police'))
      const posted = chen.page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/confirm'))
      await button(chen.page, t.transfers.go).dblclick()
      const first = await posted
      const sent = await chen.does(sentOf('yi-police'))

      // The same bytes once more, as a browser sends them that never heard the answer.
      const second = await chen.context.request.post(first.url(), {
        headers: await headersOf(first),
        data: first.postDataBuffer() ?? Buffer.alloc(0),
        maxRedirects: 0,
      })
      const { location, 'x-action-redirect': inPlace } = second.headers()
      expect(location ?? inPlace).toContain('again=1')

      await chen.opens(`/cases/${matter.caseId}/timeline`)
      await expect(chen.page.getByRole('main').getByText(t.tlTitle.TransferSent, { exact: true })).toHaveCount(1)
      await chen.opens(`/cases/${matter.caseId}/transfers`)
      await chen.sees(sent.letterNo)
      const hao = await as('haoqiang')
      await hao.opens('/transfers?size=100')
      await expect(hao.page.getByRole('row').filter({ hasText: sent.letterNo })).toHaveCount(1)
      await hao.opens('/notices?size=100')
      await expect(hao.page.getByRole('row').filter({ hasText: matter.caseNo })).toHaveCount(1)
    })
  })

async function headersOf(request: import('@playwright/test').Request): Promise<Record<string, string>> {
  const { cookie: _, 'content-length': _length, ...rest } = await request.allHeaders()
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith(':')))
}
