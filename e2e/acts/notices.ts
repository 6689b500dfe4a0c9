import { expect, t, type Act } from '../people.ts'
import type { Matter } from '../stories.ts'

/** A notice of this case says so. */
export const hears =
  ({ caseNo }: Matter, told: string): Act =>
  async ({ page, opens, isAt }) => {
    await opens('/notices?size=100')
    await isAt(t.ntf.title)
    await expect(page.getByRole('row').filter({ hasText: caseNo }).filter({ hasText: told })).not.toHaveCount(0)
  }
