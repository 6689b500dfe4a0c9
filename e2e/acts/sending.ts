/** From the last check to the sealed letter, and what the sender does afterwards. */
import { button, choice, expect, field, group, link, t, unitName, type Act } from '../people.ts'
import type { Matter } from '../stories.ts'

/** A transfer that is out: which track, under which letter number. */
export type Sent = Readonly<{ trackId: string; letterNo: string; to: string }>

/** Check, and the confirmation up to its last button. */
export const prepareTransfer =
  ({ caseId, caseNo }: Matter, to: string): Act =>
  async ({ page, opens, does, isAt, sees, givesPassword }) => {
    await opens(`/cases/${caseId}/transfers`)
    const track = page.getByRole('region', { name: unitName(to) })
    await link(track, t.track.send).or(link(track, t.track.resend)).click()
    await isAt(t.transfers.check)
    await does(justifyAbsence())
    await link(page, t.send.next(t.transfers.stepConfirm)).click()
    await isAt(t.transfers.confirmTitle)
    await sees(unitName(to), t.send.previewNote) // to whom and by which letter, beside the signature (found B8)
    await field(page, t.transfers.typeNo).fill(caseNo)
    await givesPassword()
    await page.getByLabel(t.transfers.agree).check()
  }

export const sendTransfer =
  (matter: Matter, to = matter.story.tracks[0]?.to ?? ''): Act<Sent> =>
  async ({ page, does }) => {
    await does(prepareTransfer(matter, to))
    await button(page, t.transfers.go).click()
    return does(sentOf(to))
  }

/** What the page says once it is sent. */
export const sentOf =
  (to: string): Act<Sent> =>
  async ({ page, sees }) => {
    await expect(page).toHaveURL(/done=transfer-sent/)
    await sees(t.transfers.done(unitName(to), ''))
    const letterNo = /移送书 (\S+移〔\d{4}〕\d+号)/.exec(await page.getByRole('main').innerText())?.[1] ?? ''
    return { trackId: new URL(page.url()).searchParams.get('track') ?? '', letterNo, to }
  }

/** For what art. 6 asks for and the case does not have; nothing where all is there or explained already. */
const justifyAbsence =
  (): Act =>
  async ({ page, sees }) => {
    const materials = page.getByRole('list', { name: t.send.materials })
    const items = materials.getByRole('listitem').filter({ hasText: t.material.items })
    const expert = materials.getByRole('listitem').filter({ hasText: t.material.expert })
    const [noItems, noExpert] = [await field(items, t.send.why).isVisible(), await group(expert, t.transfers.notApplicable).isVisible()]
    if (!noItems && !noExpert) return
    if (noItems) await field(items, t.send.why).fill('涉案款已全部退回基金账户，没有涉案物品')
    if (noExpert) await choice(expert, t.transfers.notApplicable, t.transfers.naRadio).check()
    await button(noExpert ? expert : items, t.send.save).click()
    await sees(t.done['absence-justified'], t.transfers.pass)
  }

export const withdrawTransfer =
  ({ caseId }: Matter, { to }: Sent, reason: string): Act =>
  async ({ page, opens, sees, isAt, givesPassword }) => {
    await opens(`/cases/${caseId}/transfers`)
    await link(page.getByRole('region', { name: unitName(to) }), t.reasonAct.WithdrawTransfer.title).click()
    await isAt(t.reasonAct.WithdrawTransfer.title)
    await field(page, t.reasonAct.WithdrawTransfer.fields.reason).fill(reason)
    await givesPassword()
    await button(page, t.reasonAct.WithdrawTransfer.go).click()
    await sees(t.reasonAct.WithdrawTransfer.done, reason)
  }

/** What the body wanted, by files that came into the main volume meanwhile. */
export const sendSupplement =
  ({ caseId }: Matter, { to }: Sent, files: readonly string[], note: string): Act =>
  async ({ page, opens, sees, isAt, givesPassword }) => {
    await opens(`/cases/${caseId}/transfers`)
    await link(page.getByRole('region', { name: unitName(to) }), t.track.supplement).click()
    await isAt(t.send.supplementTitle)
    for (const file of files) await choice(page, t.send.choose, file).check()
    await field(page, t.send.note).fill(note)
    await givesPassword()
    await button(page, t.send.supplementGo).click()
    await sees(t.done['supplement-sent'], note)
  }

/** From here the sender's next clock runs. */
export const signForDecision =
  ({ caseId }: Matter, { to }: Sent): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/cases/${caseId}/transfers`)
    await button(page.getByRole('region', { name: unitName(to) }), t.track.signFor).click()
    await sees(t.done['decision-signed-for'])
  }
