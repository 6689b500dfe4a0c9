/** A decision of the demo world that nobody has signed for since the day before yesterday: the portal's own sweep, each minute, raises the alarm. */
import { expect, t, test } from '../people.ts'

test('silence: an unsigned decision alarms the sender’s liaison and its superior, each once', async ({ as }) => {
  test.setTimeout(120_000) // the sweep comes once a minute, and the worker's portal may have opened just now
  for (const login of ['hexiaodong', 'baixue', 'taoyongchang']) {
    const { page, opens } = await as(login)
    await expect(async () => {
      await opens('/notices?size=100')
      await expect(page.getByRole('row').filter({ hasText: t.told['silence-alarmed']({}) })).toHaveCount(1, { timeout: 1_000 })
    }).toPass({ timeout: 80_000 })
  }
})
