import { refuse } from '#lib/domain/result'
import type { AssignHandlersInput } from '#lib/schemas/case'
import type { CaseDesk, CaseDone } from './desk.ts'
import { readContentAs } from './read-case.ts'
import { areHandlers } from './register-case.ts'

export async function assignHandlers({ actor, ask, read, today }: CaseDesk, caseId: string, input: AssignHandlersInput): CaseDone {
  const state = await readContentAs(read, actor, caseId)
  if (!state) return refuse({ code: 'policy.denied' })
  if (!(await areHandlers(read, state.bureau.unitId, input.handlers, today))) return refuse({ code: 'case.handler-not-of-bureau' })
  return ask(caseId, { type: 'AssignHandlers', handlerIds: input.handlers, reason: input.reason, readSeq: input.readAt }, input.formKey)
}
