import type { RecordItemsInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDone } from './desk.ts'

/** 涉案物品清单 (docs/handbook.md W11), the whole list at once. */
export const recordItems = (ask: CaseAsk, caseId: string, { items, readAt, formKey }: RecordItemsInput): CaseDone =>
  ask(caseId, { type: 'RecordItems', items: items.map(({ value, ...item }) => ({ ...item, valueFen: value })), readSeq: readAt }, formKey)
