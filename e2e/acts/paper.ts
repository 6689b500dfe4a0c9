/** What a body without accounts did on paper, recorded by the sender (D23). */
import { button, choice, expect, field, link, officeFile, t, unitName, type Act } from '../people.ts'
import { type Matter, word } from '../stories.ts'
import type { Sent } from './sending.ts'

/** Day and hour on the paper: now, in Beijing. */
export type Paper = Readonly<{ no: string; signedBy: string; scan?: string }>
export type PaperDeed =
  | Readonly<{ act: 'receipt' | 'examination' }>
  | Readonly<{ act: 'supplement'; wanted: readonly string[] }>
  | Readonly<{ act: 'decision'; outcome: 'file' | 'decline'; charge?: string; reasons?: string }>

export const recordOnPaper =
  ({ caseId }: Matter, { trackId, to }: Sent, deed: PaperDeed, { no, signedBy, scan = 'receipt-stubs.jpg' }: Paper): Act =>
  async ({ page, opens, sees, givesPassword }) => {
    await opens(`/cases/${caseId}/transfers`)
    await link(page.getByRole('region', { name: unitName(to) }), t.track.paper).click()
    await expect(page).toHaveURL(new RegExp(`${trackId}/paper`))
    await opens(`/cases/${caseId}/transfers/${trackId}/paper?act=${deed.act}`)
    const [day = '', time = ''] = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).split('T')
    await field(page, t.paperwork.day).fill(day)
    await field(page, t.paperwork.time).fill(time)
    await field(page, t.paperwork.no).fill(no)
    await field(page, t.paperwork.actedBy).fill(signedBy)
    if (deed.act === 'supplement') await field(page, t.paperwork.wanted).fill(deed.wanted.join('\n'))
    if (deed.act === 'decision') {
      await choice(page, t.paperwork.outcome, deed.outcome === 'file' ? t.filing.file : t.filing.noFile).check()
      if (deed.charge) await field(page, t.paperwork.charge).selectOption({ label: word(deed.charge) })
      if (deed.reasons) await field(page, t.filing.reason).fill(deed.reasons)
    }
    await page.getByLabel(t.paperwork.file, { exact: true }).setInputFiles(officeFile(scan))
    await givesPassword()
    await button(page, t.paperwork.go).click()
    await sees(t.done['paper-recorded'])
    await opens(`/cases/${caseId}/timeline`)
    await sees(no, signedBy)
    await opens(`/cases/${caseId}/transfers`)
  }
