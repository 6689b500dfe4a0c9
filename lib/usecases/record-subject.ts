import { refuse } from '#lib/domain/result'
import type { RecordSubjectInput, StrikeSubjectInput } from '#lib/schemas/case'
import type { CaseAsk, CaseDesk, CaseDone } from './desk.ts'
import { isOn } from './directory.ts'
import { readCaseAs } from './read-case.ts'

/** `subjectId` null: a new one. A subject who bears the name of an account of this bureau is tied to it, and so cannot know the case (domain.md §2.2). */
export async function recordSubject(
  { actor, ask, read, newId, today }: CaseDesk,
  caseId: string,
  subjectId: string | null,
  input: RecordSubjectInput,
): CaseDone {
  const state = await readCaseAs(read, actor, caseId)
  if (!state) return refuse({ code: 'policy.denied' })
  if (subjectId !== null && !Object.hasOwn(state.subjects, subjectId)) return refuse({ code: 'case.no-such-subject' })
  const { formKey, readAt, ...subject } = input
  const personId = subject.kind === 'person' ? await accountOf(read, state.bureau.unitId, subject.name, today) : null
  return ask(caseId, { type: 'RecordSubject', subjectId: subjectId ?? newId(), subject: { ...subject, personId }, readAt }, formKey)
}

export const strikeSubject = (ask: CaseAsk, caseId: string, subjectId: string, { formKey, readAt, reason }: StrikeSubjectInput): CaseDone =>
  ask(caseId, { type: 'StrikeSubject', subjectId, reason, readAt }, formKey)

async function accountOf(read: CaseDesk['read'], unitId: string, name: string, today: string): Promise<string | null> {
  const here = new Set((await read.listPosts({ unitId })).filter((post) => isOn(post, today)).map((post) => post.personId))
  return (await read.listPersons()).find((person) => here.has(person.personId) && person.name === name)?.personId ?? null
}
