import { can } from '#lib/domain/policy/can'
import { refuse } from '#lib/domain/result'
import type { RegisterCaseInput } from '#lib/schemas/case'
import { basicsOf } from './record-basics.ts'
import type { CaseDesk, CaseDone } from './desk.ts'
import { listHolders, readBureau } from './directory.ts'

/** Opens a case under a new opaque id, in a bureau where the person is a handler. Refuses `case.needs-two-handlers`, `case.handler-not-of-bureau` (Order 310 art. 5). */
export async function registerCase({ actor, ask, read, newId, today }: CaseDesk, input: RegisterCaseInput): CaseDone {
  // Before anything is said of that bureau: the field is hidden, not out of reach.
  if (!can(actor, 'RegisterCase', null, { unitId: input.unitId })) return refuse({ code: 'policy.denied' })
  const [bureau, ofBureau] = await Promise.all([readBureau(read, input.unitId), areHandlers(read, input.unitId, input.handlers, today)])
  if (!bureau) return refuse({ code: 'office.no-such-unit' })
  if (!ofBureau) return refuse({ code: 'case.handler-not-of-bureau' })
  return ask(newId(), { type: 'RegisterCase', bureau, basics: basicsOf(input), handlerIds: input.handlers }, input.formKey)
}

export async function areHandlers(read: CaseDesk['read'], unitId: string, personIds: readonly string[], today: string): Promise<boolean> {
  const known = new Set((await listHolders(read, unitId, 'handler', today)).map((person) => person.personId))
  return personIds.every((personId) => known.has(personId))
}
