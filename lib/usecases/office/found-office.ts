import { ok, type Day, type Result } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import { issueLink } from './issue-link.ts'
import { askOffice, type OfficeDesk } from './office-desk.ts'

type Founding = OfficeDesk & Readonly<{ read: Reader; newSecret: () => string; today: Day }>
export type FounderLink = Readonly<{ login: string; post: string; token: string }>

/** By these names they sign in first; the system administrator then records the people who really hold the posts. */
const FOUNDERS = [
  { login: 'system', name: '系统管理员', post: 'system-admin' },
  { login: 'security', name: '安全管理员', post: 'security-admin' },
  { login: 'audit', name: '审计管理员', post: 'audit-admin' },
] as const
/** The unit of the three administrators. */
export const PLATFORM = {
  unitId: 'platform',
  kind: 'platform',
  name: '平台管理',
  nameEn: 'Platform administration',
  code: '平台',
  division: '',
  superiorId: '',
  creditNo: '',
  isOnPaper: false,
} as const

/**
 * A portal without people gets its three administrators, each with a one-time link: no one of them could begin alone, since who
 * registers people grants no posts. Until one of them has set a password, each start issues new links. Empty: nothing to do.
 */
export async function foundOffice(founding: Founding): Promise<Result<readonly FounderLink[]>> {
  const { read, desk, newId, newSecret, today } = founding
  if ((await read.listPersons()).length === 0) {
    const founders = FOUNDERS.map(({ login, name, post }) => ({
      person: { personId: newId(), login, name, phone: '', from: today },
      postId: newId(),
      post,
    }))
    const done = await askOffice(founding, { type: 'FoundOffice', platform: { ...PLATFORM, from: today }, founders }, null)
    if (!done.ok) return done
  }
  const people = await read.listPersons()
  const credentials = await Promise.all(people.map(({ personId }) => desk.readCredential(personId)))
  if (credentials.some((credential) => credential !== null)) return ok([])
  const links: FounderLink[] = []
  for (const { login, post } of FOUNDERS) {
    const person = people.find((row) => row.login === login)
    if (!person) continue
    const issued = await issueLink(founding, newSecret, person.personId, null, 'machine')
    if (!issued.ok) return issued
    if (issued.value.token) links.push({ login, post, token: issued.value.token })
  }
  return ok(links)
}
