import { expect, link, t, type Act } from '../people.ts'
import type { Matter } from '../stories.ts'

/** A notice of this case says so. */
export const hears =
  ({ caseNo }: Matter, sentence: string): Act =>
  async ({ page, opens, isAt }) => {
    await opens('/notices?size=100')
    await isAt(t.notices.title)
    await expect(page.getByRole('row').filter({ hasText: caseNo }).filter({ hasText: sentence })).not.toHaveCount(0)
  }

/** How many notices of this case say so, on all pages of the list. */
export const countHeard =
  ({ caseNo }: Pick<Matter, 'caseNo'>, sentence: string): Act<number> =>
  async ({ page, opens, isAt }) => {
    let found = 0
    let next: string | null = '/notices?size=100'
    while (next) {
      await opens(next)
      await isAt(t.notices.title)
      found += await page.getByRole('row').filter({ hasText: caseNo }).filter({ hasText: sentence }).count()
      const more = link(page, t.list.next)
      next = (await more.count()) > 0 ? await more.getAttribute('href') : null
    }
    return found
  }
