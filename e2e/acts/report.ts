/** The transfer report: written by one officer, confirmed by another, submitted, reviewed, decided by the head. */
import { button, choice, field, link, t, unitName, type Act } from '../people.ts'
import { type Matter, word } from '../stories.ts'

export const writeReport =
  ({ caseId, story: { tracks, subjects, conduct } }: Matter): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/cases/${caseId}/report/write`)
    await field(page, t.report.investigation).fill(`经初核立案，两名执法人员依法调取业务数据、银行流水，询问有关人员。${conduct}`)
    await field(page, t.report.facts).fill(conduct)
    await field(page, t.report.law).fill('《社会保险法》第八十八条；《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条。')
    await field(page, t.report.proposal).fill('建议依法移送，并继续追缴损失。')
    for (const [i, track] of tracks.entries()) {
      const title = tracks.length > 1 ? t.report.track(i + 1) : t.write.tracks
      if (i > 0 && !(await page.getByRole('region', { name: title }).count())) await button(page, t.write.more).click()
      const card = page.getByRole('region', { name: title })
      for (const { name, charge } of subjects) {
        const isTheirs = track.subjects.includes(name)
        await choice(card, t.report.subjects, name).setChecked(isTheirs)
        await choice(card, t.report.charges, word(charge)).setChecked(
          isTheirs || subjects.some((other) => other.charge === charge && track.subjects.includes(other.name)),
        )
      }
      await choice(card, t.report.recipient, unitName(track.to)).check()
      await field(card, t.report.reason).fill(track.reason ?? '')
      if (track.files) {
        await choice(card, t.report.files, t.write.filesChosen).check()
        await card.getByText(t.write.chooseFiles, { exact: true }).click()
        for (const file of track.files) await choice(card, t.report.files, file).check()
      }
      // Asked for where another body has part of the case.
      if (await field(card, t.report.ownFacts).isVisible()) {
        await field(card, t.report.ownFacts).fill(track.facts ?? '')
        await field(card, t.report.ownLaw).fill(track.law ?? '')
        await field(card, t.report.ownInvestigation).fill(track.investigation ?? '')
      }
    }
    await button(page, t.write.save).click()
    await sees(t.done['report-written'], ...tracks.map(({ to }) => unitName(to)))
  }

/** What came back or was refused is taken up again. */
export const openRound =
  ({ caseId }: Matter, reason: string): Act =>
  async ({ page, opens, sees, isAt }) => {
    const { title, fields, go, done } = t.reasonAct.OpenRound
    await opens(`/cases/${caseId}/report`)
    await link(page, title).click()
    await isAt(title)
    await field(page, fields.reason).fill(reason)
    await button(page, go).click()
    await sees(done, reason)
  }

export const confirmReport =
  ({ caseId }: Matter): Act =>
  async ({ page, opens, sees, isAt, givesPassword }) => {
    await opens(`/cases/${caseId}/report`)
    await isAt(t.report.title)
    await givesPassword()
    await button(page, t.report.confirm).click()
    await sees(t.done['report-confirmed'])
  }

export const submitReport =
  ({ caseId }: Matter): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/cases/${caseId}/report`)
    await link(page, t.report.submit).click()
    await sees(t.report.headSees)
    await button(page, t.report.submit).click()
    await sees(t.done['report-submitted'])
  }

export const giveOpinion =
  ({ caseId }: Matter, verdict: keyof typeof t.decision.verdict, text: string): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/cases/${caseId}/decision`)
    await choice(page, t.decision.verdictLabel, t.decision.verdict[verdict]).check()
    await field(page, t.decision.verdictText).fill(text)
    await button(page, t.decision.giveOpinion).click()
    await sees(t.done['opinion-given'], text)
  }

const DECIDE = { approve: 'transfer-approved', refuse: 'transfer-refused', return: 'report-returned' } as const
const decide =
  ({ caseId }: Matter, decision: keyof typeof DECIDE, opinion: string): Act =>
  async ({ page, opens, sees, isAt, givesPassword }) => {
    await opens(`/cases/${caseId}/decision`)
    await isAt(t.decision.title)
    await choice(page, t.decision.choice, t.approval[decision]).check()
    await field(page, t.approval.opinion).fill(opinion)
    await givesPassword()
    await button(page, t.decision.decide).click()
    await sees(t.done[DECIDE[decision]], opinion)
  }
export const approve = (matter: Matter, opinion = '同意移送。'): Act => decide(matter, 'approve', opinion)
export const refuse = (matter: Matter, reason: string): Act => decide(matter, 'refuse', reason)
export const returnReport = (matter: Matter, note: string): Act => decide(matter, 'return', note)

export const withdrawReport =
  ({ caseId }: Matter, reason: string): Act =>
  async ({ page, opens, sees }) => {
    await opens(`/cases/${caseId}/report`)
    await link(page, t.reasonAct.WithdrawReport.title).click()
    await field(page, t.reasonAct.WithdrawReport.fields.reason).fill(reason)
    await button(page, t.reasonAct.WithdrawReport.title).click()
    await sees(t.reasonAct.WithdrawReport.done)
  }
