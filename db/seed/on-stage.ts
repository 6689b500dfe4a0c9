/** What happens to a track after the decision of its body: each act by the post that the policy has for it, on paper where the body has no account. */
import type { StageCommand } from '#lib/domain/case/commands'
import type { OpenCase } from '#lib/domain/case/state'
import type { Post } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { itemsLeft } from '#lib/domain/transfer/hand-over'
import { openOf, isReceived, type ReceivedTrack } from '#lib/domain/transfer/state'
import type { CaseDone } from '#lib/usecases/desk'
import { store } from './attach.ts'
import { instantOf } from './moment.ts'
import { byBody } from './on-track.ts'
import { deskOf, fail, fen, holderOf, key, type Player } from './player.ts'
import type { StageAct } from './story.ts'

export async function onStage(p: Player, act: StageAct, state: OpenCase): Promise<Awaited<CaseDone>> {
  const [, moment, nth] = act
  const trackId = p.trackIds[nth] ?? fail(`${p.story.title} has no track ${nth}`)
  const track = state.tracks[trackId]
  if (!track || !isReceived(track)) fail(`${p.story.title}: track ${nth} was not received`)
  const command = await commandOf(p, act, track)
  const own = (login: string) => deskOf(p, login, moment).then(({ ask }) => ask(p.caseId, command, key()))
  const bys = (unitId: string, post: Post, mark: string) =>
    byBody(p, unitId, post, moment, mark, ({ ask }, { paper }) => ask(p.caseId, command, key(), paper))
  switch (act[0]) {
    case 'prepare':
    case 'hand-over':
    case 'no-hand-over':
      return own(p.story.handlers[0])
    case 'sign':
    case 'waive':
    case 'leave':
      return own(holderOf(`${p.story.bureau}-hrss`, 'approver', instantOf(moment, p.now)))
    case 'answer':
      return bys(track.to.unitId, 'approver', '复')
    case 'ask-reasons':
    case 'no-objection':
    case 'accept':
    case 'order':
      return bys(track.copyTo?.unitId ?? fail(`${p.story.title} is copied to nobody`), 'supervisor', '检')
    case 'explain':
    case 'file-ordered':
      return bys(track.to.unitId, 'approver', '立')
    case 'word':
      return bys(track.to.unitId, 'approver', '通')
    case 'take-over':
      return bys(track.to.unitId, 'handler', '接')
  }
}

const SAYS = { 'ask-reasons': 'AskReasons', explain: 'ExplainReasons', accept: 'AcceptReasons', order: 'OrderFiling' } as const
async function commandOf(p: Player, act: StageAct, track: ReceivedTrack): Promise<StageCommand> {
  const { trackId } = track
  const on = beijingDay(instantOf(act[1], p.now))
  switch (act[0]) {
    case 'prepare':
      return { type: act[3] === 'supervision' ? 'PrepareSupervision' : 'PrepareReconsideration', trackId, text: act[4] }
    case 'sign':
      return { type: act[3] === 'supervision' ? 'ProposeSupervision' : 'AskReconsideration', trackId, readSeq: track.prepared?.seq ?? 0 }
    case 'ask-reasons':
    case 'explain':
    case 'accept':
    case 'order':
      return { type: SAYS[act[0]], trackId, paper: { no: act[3], on, text: act[4], document: null } }
    case 'file-ordered': {
      const document = await store(p, 'filing-decision.pdf')
      return { type: 'FileAsOrdered', trackId, decision: { decisionNo: act[3], decidedOn: on, charge: 'fraud', reasons: '', document } }
    }
    case 'answer': {
      const document = await store(p, 'not-filing-notice.pdf')
      const decision = { decisionNo: act[4], decidedOn: on, charge: '', reasons: act[5], document }
      return { type: 'AnswerReconsideration', trackId, outcome: act[3], decision }
    }
    case 'waive':
      return { type: 'WaiveRemedy', trackId, reason: act[3] }
    case 'no-objection':
      return { type: 'FindNoObjection', trackId, reason: act[3] }
    case 'leave':
      return { type: 'LeaveReturned', trackId, reason: act[3] }
    case 'hand-over': {
      const [, , , place, n, keptAt = ''] = act
      const things = itemsLeft(track, 'offered').map(({ ref }, i) => ({ is: 'item' as const, ref, keptAt: i < n ? '' : keptAt }))
      const said = keptAt === '' ? things.slice(0, n) : things
      return { type: 'HandOver', trackId, things: said, place, on, time: '10:00', text: '' }
    }
    case 'take-over':
      return { type: 'ConfirmHandOver', trackId, proceeding: openOf(track, 'hand-over')?.seq ?? 0, outcome: 'taken', text: '' }
    case 'word':
      return {
        type: 'ReportStatus',
        trackId,
        kind: act[3],
        fen: act[4] ? fen(act[4]) : null,
        paper: { no: '', on, text: '', document: null },
      }
    case 'no-hand-over':
      return { type: 'DeclareNoHandOver', trackId, reason: act[3] }
  }
}
