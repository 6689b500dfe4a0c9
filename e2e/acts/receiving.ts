/** The body that was written to: it signs, examines, asks, passes on, returns, decides. */
import { button, choice, expect, field, link, officeFile, t, unitName, type Act } from '../people.ts'
import { word } from '../stories.ts'
import { today } from './registering.ts'
import type { Sent } from './sending.ts'

/** Among what waits to be signed for, by its letter. */
export const findArrived =
  ({ letterNo }: Sent): Act =>
  async ({ page, opens, isAt, sees }) => {
    await opens('/transfers?size=100')
    await isAt(t.nav.transfers)
    await link(page, letterNo).click()
    await sees(t.receiving.filesLocked)
  }

export const signReceipt =
  ({ trackId }: Sent, remarks = ''): Act =>
  async ({ page, opens, isAt, sees, givesPassword }) => {
    await opens(`/transfers/${trackId}/receipt`)
    await isAt(t.receiptForm.sign)
    if (remarks) await field(page, t.receiving.remarks).fill(remarks)
    await givesPassword()
    await button(page, t.receiving.sign).click()
    await expect(page).toHaveURL(/done=receipt-signed/)
    await sees(t.status.received)
  }

export const openExamination =
  ({ trackId }: Sent): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/transfers/${trackId}`)
    await button(page, t.receiving.open).click()
    await sees(t.done['examination-opened'], t.status.underReview)
  }

export const askSupplement =
  ({ trackId }: Sent, wanted: readonly string[]): Act =>
  async ({ page, opens, isAt, sees }) => {
    await opens(`/transfers/${trackId}`)
    await link(page, t.receiving.ask).click()
    await isAt(t.receiving.ask)
    await field(page, t.receiving.wanted).fill(wanted.join('\n'))
    await button(page, t.receiving.askGo).click()
    await sees(t.done['supplement-asked'], ...wanted)
  }

/** Signs first, as every way out of a transfer does, and passes on in the same go. */
export const signAndPassOn =
  ({ trackId }: Sent, to: string, reason: string): Act =>
  async ({ page, opens, isAt, sees, givesPassword }) => {
    await opens(`/transfers/${trackId}`)
    await link(page, t.receiptForm.wrongBody).click()
    await isAt(t.receiptForm.wrongBody)
    await givesPassword()
    await button(page, t.receiving.sign).click()
    await isAt(t.receiving.passOn)
    await field(page, t.receiving.target).selectOption({ label: unitName(to) })
    await field(page, t.receiving.passReason).fill(reason)
    await givesPassword()
    await button(page, t.receiving.passGo).click()
    await sees(t.done['passed-on'], t.status.redirected)
  }

export const returnTransfer =
  ({ trackId }: Sent, reason: string, competent: string): Act =>
  async ({ page, opens, isAt, sees, givesPassword }) => {
    await opens(`/transfers/${trackId}`)
    await link(page, t.reasonAct.ReturnTransfer.title).click()
    await isAt(t.reasonAct.ReturnTransfer.title)
    await field(page, t.reasonAct.ReturnTransfer.fields.reason).fill(reason)
    await field(page, t.reasonAct.ReturnTransfer.fields.competent).fill(competent)
    await givesPassword()
    await button(page, t.reasonAct.ReturnTransfer.go).click()
    await sees(t.reasonAct.ReturnTransfer.done, reason)
  }

type Decision = Readonly<{ outcome: 'file' | 'decline'; no: string; charge?: string; reasons?: string; document: string }>
const decide =
  ({ trackId }: Sent, { outcome, no, charge, reasons, document }: Decision): Act =>
  async ({ page, opens, isAt, sees, givesPassword }) => {
    await opens(`/transfers/${trackId}`)
    await link(page, t.receiving.decide).click()
    await isAt(t.filing.title)
    await choice(page, t.receiving.outcome, outcome === 'file' ? t.filing.file : t.filing.noFile).check()
    await field(page, t.filing.docNo).fill(no)
    await field(page, t.filing.docDate).fill(today())
    if (charge) await field(page, t.receiving.charge).selectOption({ label: word(charge) })
    if (reasons) await field(page, t.filing.reason).fill(reasons)
    await button(page, t.receiving.preview).click()
    await isAt(t.receiving.preview)
    await sees(no)
    await givesPassword()
    await page.getByLabel(t.receiving.document, { exact: true }).setInputFiles(officeFile(document))
    await button(page, t.receiving.decideGo).click()
    await expect(page).toHaveURL(/done=decision-made/)
    await sees(no, outcome === 'file' ? t.status.filed : t.status.notFiled)
  }
export const fileCase = (sent: Sent, no: string, charge: string): Act =>
  decide(sent, { outcome: 'file', no, charge, document: 'filing-decision.pdf' })
export const declineFiling = (sent: Sent, no: string, reasons: string): Act =>
  decide(sent, { outcome: 'decline', no, reasons, document: 'not-filing-notice.pdf' })

/** What the sender recorded in this body's name, by its title on the timeline, is not as it happened. */
export const disputePaper =
  ({ trackId }: Sent, what: string, reason: string): Act =>
  async ({ page, opens, isAt, sees }) => {
    await opens(`/transfers/${trackId}`)
    await link(page, `${t.receiving.dispute} ${what}`).click()
    await isAt(t.receiving.disputeTitle)
    await sees(what)
    await field(page, t.receiving.disputeReason).fill(reason)
    await button(page, t.receiving.disputeGo).click()
    await sees(t.done['paper-disputed'], reason)
  }
