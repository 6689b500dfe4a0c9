/** One act of a story: what the bureau does by itself, and what happens to a track. */
import type { OpenCase } from '#lib/domain/case/state'
import type { Post } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { confirmReport } from '#lib/usecases/confirm-report'
import { decideTransfer } from '#lib/usecases/decide-transfer'
import type { CaseDesk, CaseDone } from '#lib/usecases/desk'
import { giveOpinion } from '#lib/usecases/give-opinion'
import { readOpenCase } from '#lib/usecases/read-case'
import * as receive from '#lib/usecases/receive-transfer'
import { sendTransfer, withdrawTransfer } from '#lib/usecases/send-transfer'
import { submitReport } from '#lib/usecases/submit-report'
import { withdrawReport } from '#lib/usecases/withdraw-report'
import { writeReport } from '#lib/usecases/write-report'
import { attach, store } from './attach.ts'
import { instantOf, later, type Moment } from './moment.ts'
import { deskOf, fail, holderOf, key, step, type Player } from './player.ts'
import type { Act, SeedTrack } from './story.ts'

export async function perform(p: Player, act: Act): Promise<Awaited<CaseDone>> {
  const [verb, moment] = act
  const [first, second] = p.story.handlers
  const state = await readOpenCase(p.house.shell.read, p.caseId)
  if (!state) fail('no case')
  const review = { readAt: state.sections.review, formKey: key() }
  const report = { readAt: state.sections.report, formKey: key() }
  const as = (post: Post): Promise<CaseDesk> => deskOf(p, holderOf(`${p.story.bureau}-hrss`, post, instantOf(moment, p.now)), moment)
  if (verb === 'write') return write(p, moment, state)
  if (verb === 'confirm') return confirmReport((await deskOf(p, second, moment)).ask, p.caseId, report)
  if (verb === 'submit') return submitReport(await deskOf(p, first, moment), p.caseId, state, report)
  if (verb === 'opinion') return giveOpinion((await as('reviewer')).ask, p.caseId, { verdict: act[2], text: act[3], ...review })
  if (verb === 'approve' || verb === 'refuse' || verb === 'return')
    return decideTransfer((await as('approver')).ask, p.caseId, { decision: verb, opinion: act[2], password: '', ...review })
  if (verb === 'take-back') return withdrawReport((await deskOf(p, first, moment)).ask, p.caseId, { reason: act[2], formKey: key() })
  return onTrack(p, act, state)
}

async function write(p: Player, moment: Moment, state: OpenCase): Promise<Awaited<CaseDone>> {
  const done = await writeReport(await deskOf(p, p.story.handlers[0], moment), p.caseId, state, {
    formKey: key(),
    readAt: state.sections.report,
    facts: p.story.conduct,
    investigation: `经初核立案，两名执法人员依法调取业务数据、银行流水，询问有关人员。${p.story.conduct}`,
    law: '《社会保险法》第八十八条、第九十一条；《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条。',
    proposal: '建议依法移送，并继续追缴损失。',
    tracks: p.story.tracks.map((track, i) => trackInput(p, track, p.trackIds[i] ?? '')),
  })
  if (done.ok) p.trackIds = done.value.state?.report?.tracks.map((track) => track.trackId) ?? []
  return done
}
const trackInput = (p: Player, { to, subjects, charges, files, reason = '', facts = '', law = '' }: SeedTrack, trackId: string) => ({
  trackId,
  recipient: to,
  subjects: subjects.map((s) => p.ids.get(s) ?? fail(`${p.story.title} has no subject ${s}`)),
  charges: [...charges],
  files: files ? ('chosen' as const) : ('all' as const),
  itemIds: (files ?? []).flatMap((n) => p.items[n] ?? []),
  reason,
  facts,
  law,
})

type TrackAct = Extract<Act, readonly [string, Moment, number, ...unknown[]]>
async function onTrack(p: Player, act: Act, state: OpenCase): Promise<Awaited<CaseDone>> {
  const [verb, moment, nth] = act as TrackAct // safe: `perform` took the others
  const trackId = p.trackIds[nth] ?? fail(`${p.story.title} has no track ${nth}`)
  const body = state.tracks[trackId]?.to.unitId ?? ''
  const at = { caseId: p.caseId, trackId, formKey: key() }
  const [first] = p.story.handlers
  const as = (post: Post) => deskOf(p, holderOf(body, post, instantOf(moment, p.now)), moment)
  const decidedOn = beijingDay(instantOf(moment, p.now))
  switch (act[0]) {
    case 'send':
      return sendTransfer(await deskOf(p, first, moment), p.caseId, trackId, key())
    case 'withdraw':
      return withdrawTransfer(await deskOf(p, first, moment), p.caseId, trackId, { reason: act[3], formKey: key() })
    case 'receipt':
      return receive.signReceipt(await as('intake'), at, act[3] ?? '')
    case 'paper-receipt': {
      const happenedAt = step(p, moment)
      const paper = { happenedAt, onPaper: { paperNo: act[3], actedBy: act[4], blobDigest: '' } }
      return receive.signReceipt(await deskOf(p, first, later(moment, 20)), { ...at, paper }, '')
    }
    case 'examine':
      return receive.openExamination(await as('handler'), at)
    case 'ask':
      return receive.askSupplement(await as('intake'), at, act[3])
    case 'supplement': {
      await attach(p, first, moment, act[3])
      return receive.sendSupplement(await deskOf(p, first, moment), at, { itemIds: [p.items.at(-1) ?? ''], note: act[4] })
    }
    case 'pass-on':
      return receive.passOn(await as('intake'), at, { target: act[3], reason: act[4] })
    case 'give-back':
      return receive.returnTransfer(await as('intake'), at, { reason: act[3], competent: act[4] })
    case 'file': {
      const document = await store(p, 'filing-decision.pdf')
      const decision = { outcome: 'file', decisionNo: act[3], decidedOn, charge: act[4], reasons: '', document } as const
      return receive.decideFiling(await as('approver'), at, decision)
    }
    case 'decline': {
      const document = await store(p, 'not-filing-notice.pdf')
      const decision = { outcome: 'decline', decisionNo: act[3], decidedOn, charge: '', reasons: act[4], document } as const
      return receive.decideFiling(await as('approver'), at, decision)
    }
    case 'sign-for':
      return receive.signForDecision(await deskOf(p, first, moment), at)
    default:
      return fail(`no such act: ${verb}`)
  }
}
