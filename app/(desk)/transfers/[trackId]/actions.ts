'use server'
import { isId } from '#lib/schemas/fields'
import {
  AskSupplementInput,
  DisputePaperInput,
  OpenExaminationInput,
  PassOnInput,
  ReturnTransferInput,
  SignReceiptInput,
} from '#lib/schemas/transfer'
import { UrgeInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { confirmed } from '#lib/server/confirmed'
import { answer, keep, problemsOf } from '#lib/server/forms'
import { askSupplement, disputePaper, openExamination, passOn, returnTransfer, signReceipt } from '#lib/usecases/receive-transfer'
import { urge } from '#lib/usecases/urge'
import { deedOn } from '../_track/deed.ts'
import { nextOf } from './receipt/then.ts'

/** Grade A. `then` is what the person wants to do next: each way begins with the signature. */
export async function signReceiptAction(trackId: string, then: string, form: FormData): Promise<void> {
  const next = nextOf(then)
  const { me, where, at } = await deedOn(trackId, form, {
    name: 'receipt',
    page: next ? `/receipt?then=${next}` : '/receipt',
    done: 'receipt-signed',
  })
  const input = SignReceiptInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { ...where, action: 'SignReceipt' } as const
  const sign = () => signReceipt(caseDesk(me), { ...where, formKey: input.data.formKey }, input.data.remarks)
  return answer(me, await confirmed(me, act, input.data, sign), { ...at, to: next ? `${at.to}/${next}` : at.to })
}

export async function openExaminationAction(trackId: string, form: FormData): Promise<void> {
  const { me, where, at } = await deedOn(trackId, form, { name: 'examination', page: '', done: 'examination-opened' })
  const input = OpenExaminationInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await openExamination(caseDesk(me), { ...where, ...input.data }), at)
}

export async function askSupplementAction(trackId: string, form: FormData): Promise<void> {
  const { me, where, at } = await deedOn(trackId, form, { name: 'ask', page: '/supplement', done: 'supplement-asked' })
  const input = AskSupplementInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await askSupplement(caseDesk(me), { ...where, formKey: input.data.formKey }, input.data.wanted), at)
}

export async function passOnAction(trackId: string, form: FormData): Promise<void> {
  const { me, where, at } = await deedOn(trackId, form, { name: 'pass-on', page: '/pass-on', done: 'passed-on' })
  const input = PassOnInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { ...where, action: 'PassOn' } as const
  const deed = () => passOn(caseDesk(me), { ...where, formKey: input.data.formKey }, input.data)
  return answer(me, await confirmed(me, act, input.data, deed), at)
}

export async function returnTransferAction(trackId: string, form: FormData): Promise<void> {
  const { me, where, at } = await deedOn(trackId, form, { name: 'return', page: '/return', done: 'transfer-returned' })
  const input = ReturnTransferInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { ...where, action: 'ReturnTransfer' } as const
  const deed = () => returnTransfer(caseDesk(me), { ...where, formKey: input.data.formKey }, input.data)
  return answer(me, await confirmed(me, act, input.data, deed), at)
}

/** D23: what was recorded from paper in this body's name, and is not so. */
export async function disputePaperAction(trackId: string, about: string, form: FormData): Promise<void> {
  const seq = isId(about) && /^\d{1,9}$/.test(about) ? about : '0'
  const { me, where, at } = await deedOn(trackId, form, { name: `dispute:${seq}`, page: `/dispute?seq=${seq}`, done: 'paper-disputed' })
  const input = DisputePaperInput.safeParse({ ...at.values, seq })
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await disputePaper(caseDesk(me), { ...where, formKey: input.data.formKey }, input.data), at)
}

export async function urgeSenderAction(trackId: string, form: FormData): Promise<void> {
  const { me, where, at } = await deedOn(trackId, form, { name: 'urge', page: '', done: 'sender-urged' })
  const input = UrgeInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await urge(me.ask, where.caseId, { ...input.data, trackId }), at)
}
