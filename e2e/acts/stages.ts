/** After the decision: what the sender asks, hands over or leaves, what the body and the procuratorate answer. One form for all of them. */
import { button, choice, expect, field, link, officeFile, t, unitName, type Act } from '../people.ts'
import { REASON_ACTS, type ReasonAct } from '#lib/schemas/reason-acts'
import type { Matter } from '../stories.ts'
import { today } from './registering.ts'
import type { Sent } from './sending.ts'

type Filled = Readonly<{
  fields?: Readonly<Record<string, string>>
  chosen?: readonly [field: string, value: string]
  file?: string
  sees?: readonly string[]
}>
const words = (act: ReasonAct) => t.reasonAct[act]

function fillIn(act: ReasonAct, { fields = {}, chosen, file }: Filled): Act {
  return async ({ page, givesPassword }) => {
    const labels: Readonly<Record<string, string>> = words(act).fields
    if (chosen) await choice(page, labels[chosen[0]] ?? '', words(act).choices?.[chosen[1]] ?? '').check()
    for (const [name, value] of Object.entries(fields)) await field(page, labels[name] ?? '').fill(value)
    await givesPassword()
    if (file) await page.getByLabel(words(act).document ?? '', { exact: true }).setInputFiles(officeFile(file))
    await button(page, words(act).go).click()
    await expect(page).toHaveURL(new RegExp(`done=${REASON_ACTS[act].done}`))
  }
}

/** The sender, from the track's own buttons. */
export const doesOnTrack =
  ({ caseId }: Matter, { to }: Sent, act: ReasonAct, filled: Filled = {}): Act =>
  async (person) => {
    const { page, opens, isAt, sees } = person
    await opens(`/cases/${caseId}/transfers`)
    await link(page.getByRole('region', { name: unitName(to) }), words(act).title).click()
    await isAt(words(act).title)
    await sees(...(filled.sees ?? []))
    await person.does(fillIn(act, filled))
    await sees(words(act).done)
  }
/** The body or the procuratorate, from the page of the transfer. */
export const answersOn =
  ({ trackId }: Sent, act: ReasonAct, filled: Filled = {}): Act =>
  async (person) => {
    const { page, opens, isAt, sees } = person
    await opens(`/transfers/${trackId}`)
    await link(page, words(act).title).first().click()
    await isAt(words(act).title)
    await sees(...(filled.sees ?? []))
    await person.does(fillIn(act, filled))
    await sees(words(act).done)
  }
/** A paper of the procuratorate: number, today, words. */
export const paperOf = (no: string, text: string): Filled => ({ fields: { no, on: today(), text } })

export const handOver =
  ({ caseId }: Matter, { to, trackId }: Sent, file: string): Act =>
  async ({ page, opens, isAt, sees, givesPassword }) => {
    await opens(`/cases/${caseId}/transfers`)
    await link(page.getByRole('region', { name: unitName(to) }), t.handOver.title).click()
    await isAt(t.handOver.title)
    await button(page, t.handOver.go).click()
    await sees(t.field['time.format']({})) // nothing was typed, and each field says so
    await choice(page, t.handOver.fields.files, file).check()
    await field(page, t.handOver.fields.place).fill('公安局物证室')
    await field(page, t.handOver.fields.on).fill(today())
    await field(page, t.handOver.fields.time).fill('14:20')
    await givesPassword()
    await button(page, t.handOver.go).click()
    await sees(t.done['handed-over'], '公安局物证室')
    await expect(page).not.toHaveURL(new RegExp(`${trackId}/hand-over`))
  }
