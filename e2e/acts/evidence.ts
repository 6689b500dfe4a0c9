import { button, field, officeFile, t, type Act } from '../people.ts'
import type { Files, Matter } from '../stories.ts'

/** With scripts the island sends file by file; without, the form goes as it stands. To the person it is the same. */
export const attachEvidence =
  ({ caseId, story }: Matter, parts: readonly Files[] = story.files): Act =>
  async ({ page, opens, sees }) => {
    for (const { names, folder, kind } of parts) {
      await opens(`/cases/${caseId}/evidence`)
      await field(page, t.evidence.folder).selectOption(folder)
      await field(page, t.evidence.kind).selectOption(kind)
      await field(page, t.evidence.source).fill('协查回函')
      await page.getByLabel(t.evidence.choose).setInputFiles(names.map(officeFile))
      await button(page, t.evidence.upload).click()
      await sees(t.done['evidence-added'], ...names)
    }
  }

export const voidEvidence =
  ({ caseId, caseNo }: Matter, file: string, reason: string): Act =>
  async ({ page, opens, sees, givesPassword }) => {
    await opens(`/cases/${caseId}/evidence`)
    await page.getByRole('link', { name: `${t.evidence.void} ${file}` }).click()
    await field(page, t.evidence.voidReason).fill(reason)
    await field(page, t.transfers.typeNo).fill(caseNo)
    await givesPassword()
    await button(page, t.evidence.void).click()
    await sees(t.done['evidence-voided'], reason)
  }
