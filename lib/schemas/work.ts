/** What an address may ask of the worklist, the transfers and the notices. What it does not understand it leaves out: a link never fails. */
import { z } from 'zod'
import { ACCESS_KINDS, ACCESS_RESULTS } from '#lib/domain/access'
import { several } from './fields.ts'

const WORK_TABS = ['mine', 'waiting', 'done', 'closed'] as const
export const PAGE_SIZES = [20, 50, 100] as const

const word = z.string().trim().max(100).catch('')
const size = z.enum(['20', '50', '100']).catch('20').transform(Number)
/** `key~id` of the last row that was shown. */
const place = z
  .string()
  .max(400)
  .regex(/^[^~]+~[^~]+$/)
  .transform((text) => ({ key: text.slice(0, text.indexOf('~')), id: text.slice(text.indexOf('~') + 1) }))
  .nullable()
  .catch(null)

export const WorkQuery = z.object({
  tab: z.enum(WORK_TABS).catch('mine'),
  heat: z.enum(['red', 'amber', 'green', 'none']).nullable().catch(null),
  code: word,
  fund: word,
  text: word,
  min: word,
  size,
  after: place,
  afterTrack: place,
})
export type WorkQuery = z.infer<typeof WorkQuery>

export const TRANSFER_TABS = ['pending', 'examining', 'decided', 'passed', 'copied'] as const
/** Of whoever watches over the filing (docs/handbook.md §2.2 R12): refusals, and no decision in time. */
export const WATCH_TABS = ['refused', 'overdue'] as const
export const TransfersQuery = z.object({
  tab: z
    .enum([...WATCH_TABS, ...TRANSFER_TABS])
    .nullable()
    .catch(null),
  size,
  after: place,
})
export type TransfersQuery = z.infer<typeof TransfersQuery>

export const NoticeQuery = z.object({ show: z.enum(['all', 'unread']).catch('all'), size, after: place })
export type NoticeQuery = z.infer<typeof NoticeQuery>

export const AdminQuery = z.object({ text: word, size, after: place })
export type AdminQuery = z.infer<typeof AdminQuery>

/** Days are kept as typed: what cannot be read is said at the field. */
export const AccessQuery = z.object({
  person: word,
  object: word,
  kind: z.enum(ACCESS_KINDS).nullable().catch(null),
  result: z.enum(ACCESS_RESULTS).nullable().catch(null),
  from: word,
  to: word,
  size,
  after: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .nullable()
    .catch(null),
})
export type AccessQuery = z.infer<typeof AccessQuery>

/** Case, event, receiver, with colons between: not an id of the kind that stands in addresses. */
const isNoticeId = (text: string): boolean => /^[\w:.-]{1,400}$/.test(text)
/** `one`: that notice alone. `open`: that one, and on to the page it speaks of. Neither: all that the page showed. */
export const MarkReadInput = z.strictObject({
  shown: several(undefined, isNoticeId),
  one: z.string().max(400).optional(),
  open: z
    .string()
    .max(800)
    .transform((text) => ({ id: text.slice(0, text.indexOf(' ')), to: text.slice(text.indexOf(' ') + 1) }))
    .optional(),
  back: z.string().max(800).default(''),
})
