'use server'
import { AskSupplementInput, DisputePaperInput, OpenExaminationInput, PassOnInput, SignReceiptInput } from '#lib/schemas/transfer'
import { UrgeInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import { confirmed } from '#lib/server/session/confirmed'
import { askSupplement, disputePaper, openExamination, passOn, signReceipt } from '#lib/usecases/receive-transfer'
import { urge } from '#lib/usecases/urge'
import { isId } from '#lib/schemas/fields'
import { actOn } from '../_track/act-on.ts'
import { nextOf } from './receipt/then.ts'

/** Grade A. `then` is what the person wants to do next: each way begins with the signature. */
export async function signReceiptAction(trackId: string, then: string, form: FormData): Promise<void> {
  const next = nextOf(then)
  const at = {
    name: 'receipt',
    page: next ? `/receipt?then=${next}` : '/receipt',
    next: next ? `/${next}` : '',
    done: 'receipt-signed',
  } as const
  await actOn(trackId, form, at, SignReceiptInput, (me, where, { remarks, ...given }) =>
    confirmed(me, { ...where, action: 'SignReceipt' }, given, () => signReceipt(caseDesk(me), { ...where, ...given }, remarks)),
  )
}

export async function openExaminationAction(trackId: string, form: FormData): Promise<void> {
  const at = { name: 'examination', page: '', done: 'examination-opened' } as const
  await actOn(trackId, form, at, OpenExaminationInput, (me, where, given) => openExamination(caseDesk(me), { ...where, ...given }))
}

export async function askSupplementAction(trackId: string, form: FormData): Promise<void> {
  const at = { name: 'ask', page: '/supplement', done: 'supplement-asked' } as const
  await actOn(trackId, form, at, AskSupplementInput, (me, where, { wanted, ...given }) =>
    askSupplement(caseDesk(me), { ...where, ...given }, wanted),
  )
}

export async function passOnAction(trackId: string, form: FormData): Promise<void> {
  const at = { name: 'pass-on', page: '/pass-on', done: 'passed-on' } as const
  await actOn(trackId, form, at, PassOnInput, (me, where, input) =>
    confirmed(me, { ...where, action: 'PassOn' }, input, () => passOn(caseDesk(me), { ...where, formKey: input.formKey }, input)),
  )
}

/** D23: what was recorded from paper in this body's name, and is not so. */
export async function disputePaperAction(trackId: string, about: string, form: FormData): Promise<void> {
  const seq = isId(about) && /^\d{1,9}$/.test(about) ? about : '0'
  const at = { name: `dispute:${seq}`, page: `/dispute?seq=${seq}`, done: 'paper-disputed' } as const
  await actOn(trackId, form, at, DisputePaperInput, (me, where, { reason, ...given }) =>
    disputePaper(caseDesk(me), { ...where, ...given }, { seq: Number(seq), reason }),
  )
}

export async function urgeSenderAction(trackId: string, form: FormData): Promise<void> {
  const at = { name: 'urge', page: '', done: 'sender-urged' } as const
  await actOn(trackId, form, at, UrgeInput, (me, where, input) => urge(me.ask('case'), where.caseId, { ...input, trackId: where.trackId }))
}
