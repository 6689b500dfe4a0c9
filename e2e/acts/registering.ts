/** A bureau's officers open a case and fill it in. */
import { button, choice, expect, field, group, link, nameOf, t, type Act } from '../people.ts'
import { type Matter, type Story, word } from '../stories.ts'
import { fundName } from '#lib/i18n/law'

const ZH = 'zh-CN'
/** Today in Beijing. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** With a colleague: a team is two or more. */
export const registerCase =
  (story: Story, colleague: string): Act<Matter> =>
  async ({ page, opens, sees }) => {
    await opens('/cases/register')
    await field(page, t.case.title).fill(story.title)
    await field(page, t.case.foundOn).fill(today())
    await field(page, t.registration.source).selectOption('XY3')
    for (const fund of story.funds) await choice(page, t.case.fund, fundName(fund, ZH)).check()
    await field(page, t.registration.conduct).fill(story.conduct)
    await choice(page, t.case.team, nameOf(colleague)).check()
    await button(page, t.registration.go).click()
    await sees(t.done['case-registered'], story.title)
    const said = await page.getByRole('region', { name: t.casePage.identity }).innerText()
    const caseNo = /\S+案〔\d{4}〕\d+号/.exec(said)?.[0] ?? ''
    return { caseId: new URL(page.url()).pathname.split('/').at(-1) ?? '', caseNo, story }
  }

export const recordSubjects =
  ({ caseId, story }: Matter): Act =>
  async ({ page, opens, sees }) => {
    for (const subject of story.subjects) {
      await opens(`/cases/${caseId}/subjects/new?kind=person`)
      await field(page, t.subjects.name).fill(subject.name)
      await field(page, t.subjects.employer).fill(subject.employer)
      await field(page, t.subjects.position).fill(subject.position)
      await choice(page, t.subjects.official, subject.official === 'yes' ? t.subjects.officialYes : t.subjects.officialNo).check()
      if (subject.official === 'yes') await page.getByLabel(t.subjects.usedOffice).check()
      await field(page, t.subjects.whatTheyDid).fill(subject.conduct)
      await button(page, t.subjects.saveSubject).click()
      await sees(t.done['subject-recorded'], subject.name)
    }
  }

/** First the amounts and charges; then what the tables suggest is confirmed, or another tier is given with a reason. */
export const recordAmounts =
  ({ caseId, story }: Matter): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/cases/${caseId}/subjects/amounts`)
    const lines = story.subjects.flatMap(({ name, lines: own }) => own.map((line) => ({ name, ...line })))
    for (const [i, line] of lines.entries()) {
      const row = group(page, t.amounts.line(i + 1))
      await field(row, t.amounts.subject).selectOption({ label: line.name })
      await field(row, t.subjects.fund).selectOption({ label: fundName(line.fund, ZH) })
      await field(row, t.subjects.from).fill(line.from)
      await field(row, t.subjects.to).fill(line.to)
      await field(row, t.subjects.amount).fill(line.amount)
      if (line.recovered) await field(row, t.subjects.recovered).fill(line.recovered)
    }
    for (const { name, charge } of story.subjects) {
      const finding = group(page, t.amounts.assessment(name))
      await field(finding, t.amounts.charge).selectOption({ label: word(charge) })
    }
    await button(page, t.amounts.save).click()
    await sees(t.done['amounts-recorded'], t.amounts.suggestion)
    for (const { name, tier } of story.subjects) {
      const finding = group(page, t.amounts.assessment(name))
      if (!tier) {
        await choice(finding, t.amounts.confirm, t.amounts.agree).check()
        continue
      }
      await finding.getByLabel(new RegExp(`^(${t.amounts.override}|${t.amounts.overrideManual})`)).check()
      await field(finding, t.amounts.tier).fill(tier.is)
      await field(finding, t.amounts.note).fill(tier.note)
    }
    await button(page, t.amounts.save).click()
    await expect(page.getByRole('heading', { level: 1, name: t.subjects.title })).toBeVisible()
    await sees(...story.subjects.map(({ tier }) => (tier ? t.amounts.overridden(tier.is) : t.amounts.agreed)))
  }

/** By the link of the worklist, found by the case's number. */
export const findInWorklist =
  ({ caseNo, story }: Matter): Act =>
  async ({ page, opens, sees }) => {
    await opens('/work')
    await field(page, t.worklist.text).fill(caseNo)
    await button(page, t.list.filter).click()
    await expect(page).toHaveURL(/[?&]text=/)
    await link(page, caseNo).first().click()
    await sees(story.title)
  }

export type Item = Readonly<{ name: string; quantity: string; unit: string; place: string; origin: string; value?: string; of?: string }>

/** 涉案物品, one after another; `of` names the person whose it is. */
export const recordItems =
  ({ caseId }: Matter, items: readonly Item[]): Act =>
  async ({ page, opens, sees, isAt }) => {
    await opens(`/cases/${caseId}/subjects/items`)
    await isAt(t.items.title)
    for (const [i, item] of items.entries()) {
      const row = group(page, t.items.item(i + 1))
      if (i > 0 && !(await row.isVisible())) await button(page, t.items.more).click()
      for (const name of ['name', 'quantity', 'unit', 'place', 'origin'] as const) await field(row, t.items[name]).fill(item[name])
      if (item.value) await field(row, t.items.value).fill(item.value)
      if (item.of) await field(row, t.items.subject).selectOption({ label: item.of })
    }
    await button(page, t.items.save).click()
    await sees(t.done['items-recorded'], ...items.flatMap(({ name, place }) => [new RegExp(name), place]))
  }
