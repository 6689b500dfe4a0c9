/** The sender's letter after a decision (docs/handbook.md §7.2 W17): what was decided and received when, the reasons that its head signed, what is asked. */
import type { RequestId } from '#lib/domain/law/papers'
import { citationsOn, citeZh } from '#lib/domain/law/citation'
import { stageRow } from '#lib/domain/procedure/stages'
import { beijingDay } from '#lib/domain/time'
import type { Snapshot } from '#lib/domain/transfer/events'
import type { Decided, Opened } from '#lib/domain/transfer/state'
import { paragraph, section, type Paper } from './blocks.ts'
import type { PaperWords } from './words.ts'

/** `decision`: the one that it is about; null where there was none to be about. */
export type RequestGiven = Readonly<{ snapshot: Snapshot; opened: Opened; decision: Decided | null }>
export type RequestWords = Readonly<{
  original: string
  reasons: string
  request: string
  decided: (body: string, title: string, no: string, on: string) => string
  received: (we: string, on: string) => string
  undecided: (body: string, title: string, letterNo: string) => string
  forms: Readonly<Record<RequestId, Readonly<{ title: string; asks: (we: string, you: string, basis: string) => string }>>>
}>

export const requestOf =
  (id: RequestId) =>
  ({ snapshot, opened, decision }: RequestGiven, { common, request: words }: PaperWords): Paper => {
    const { from, to, title, letterNo } = snapshot
    const { title: heading, asks } = words.forms[id]
    const basis = citationsOn(stageRow(opened.stage).citations, beijingDay(opened.at)).map(citeZh).join(common.join)
    return {
      id,
      heading: { issuer: from.name, number: opened.no, title: heading, addressee: common.to(opened.to.name) },
      parts: [
        section('original', words.original),
        ...(decision
          ? [
              paragraph('decision', words.decided(to.name, title, decision.decisionNo, common.day(decision.decidedOn))),
              ...(decision.signedFor ? [paragraph('received', words.received(common.we(from), common.day(decision.signedFor.at)))] : []),
            ]
          : [paragraph('undecided', words.undecided(to.name, title, letterNo))]),
        section('reasons', words.reasons),
        ...opened.text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((line) => paragraph('reason', line)),
        section('request', words.request),
        paragraph('asks', asks(common.we(from), common.you(opened.to), basis)),
        { is: 'signed', body: from.name, seal: common.seal, day: common.day(opened.at) },
      ],
    }
  }
