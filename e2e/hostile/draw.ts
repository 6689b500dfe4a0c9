/** Every server action with a form that the portal drew for somebody who may, and who it was drawn for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import { mayInOffice } from '#lib/domain/office/policy'
import { personIdOf } from '#db/seed/office'
import { REASON_ACTS, reasonActs } from '#lib/schemas/reason-acts'
import { reportOf } from '#lib/domain/case/rounds'
import { ROOT } from '../setup/browser.ts'
import { isAct, oughtNow } from './expected.ts'
import { addressOf, DOORS, placesOf } from './addresses.ts'
import { formsIn, type Drawn, type Fields } from './forms.ts'
import { multipart, type Answer, type Visitor } from './http.ts'
import { oneOfEachKind, type Known, type World } from './world.ts'

/** `id` as `Drawn` has it. */
export type Exported = Readonly<{ id: string; file: string; name: string; bound: number }>
export type Found = Drawn & Readonly<{ path: string; state: OpenCase; trackId: string | null; ids: readonly string[]; rightful: Visitor }>
export type As = (known: Known) => Promise<Visitor>

const DIST = join(ROOT, process.env['NEXT_DIST_DIR'] ?? '.cache/build')
/** As the build knows them; how many ids each takes before its form, as its source says. */
export function exportedActions(): Exported[] {
  const { node } = JSON.parse(readFileSync(join(DIST, 'server/server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>
  } // safe: Next's own file
  return Object.entries(node).flatMap(([id, { filename, exportedName: name }]) => {
    const given = new RegExp(`function ${name}\\(([^)]*)\\)`).exec(readFileSync(join(ROOT, filename), 'utf8'))?.[1] ?? ''
    const bound = given.split(',').filter((one) => one.trim() !== '' && !one.includes('FormData')).length
    if (name !== 'reasonAction') return { id, file: filename, name, bound }
    // One with a file in its form goes to a route, which addresses.spec.ts looks at.
    const posted = reasonActs.filter((act) => REASON_ACTS[act].document === undefined)
    return posted.map((act) => ({
      id: `${id} ${act}`,
      file: filename,
      name: `${act.replace(/^./, (first) => first.toLowerCase())}Action`,
      bound: bound - 1,
    }))
  })
}

/** Looks at the pages of everybody who may, until each action has been seen once. */
export async function draw(
  world: World,
  actions: readonly Exported[],
  as: As,
  guest: Visitor,
  password: string,
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>()
  const filling = { password, today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()) }
  const office = { personId: personIdOf('sunli'), unitId: 'yi-police' }
  const keep = (forms: readonly Drawn[], seen: Omit<Found, keyof Drawn>) => {
    for (const form of forms)
      if (!found.has(form.actionId)) found.set(form.actionId, { ...seen, ...form, trackId: seen.trackId ?? trackNamed(form) })
  }
  const [first] = world.cases
  if (!first) throw new Error('the demo world has cases')

  await beginToRewrite(world, as, password)
  const token = await askForSecret(world, as, password, 'IssueLink', 'one-time-link')
  const code = await askForSecret(world, as, password, 'IssueCode', 'one-time-code')
  const welcome = addressOf('/welcome/[token]', { token })
  const withCode = ({ actionId, fields }: Drawn): Drawn => ({
    actionId,
    fields: fields.map(([name, value]) => [name, name === 'linkCode' ? code : value]),
  })
  const asked = formsIn((await guest.asks(welcome)).body, { ...filling, caseNo: '', password: 'Lanse-caoyuan-26-qingchen' })
  keep(asked.map(withCode), { path: welcome, state: first, trackId: null, ids: [token], rightful: guest })

  const missing = () => actions.filter(({ id }) => !found.has(id))
  const look = async (state: OpenCase, shapes: readonly string[], isWorthIt: (known: Known) => boolean) => {
    const ids = [state.caseId, ...Object.keys(state.tracks), ...Object.keys(state.evidence), ...Object.keys(state.subjects)]
    const kinds = oneOfEachKind(world, state).filter(isWorthIt)
    for (const shape of shapes) {
      const { rule, query = '' } = DOORS[shape] ?? { rule: () => 'never' as const }
      for (const place of placesOf(shape, state, [], office))
        for (const known of kinds.filter(({ actor }) => rule({ ...place, actor }) === 'yes')) {
          // An action stands in the folder of the page that draws it, or above.
          if (!missing().some(({ file }) => shape.startsWith(routeOf(file)))) continue
          const path = addressOf(shape + query, place.at)
          const rightful = await as(known)
          const { status, body } = await rightful.asks(path)
          if (status !== 200) continue
          keep(formsIn(body, { ...filling, caseNo: state.caseNo }), { path, state, trackId: place.track?.trackId ?? null, ids, rightful })
        }
    }
  }
  await look(
    first,
    PAGES.filter((shape) => !isOfCase(shape)),
    () => true,
  )
  // Always on in the case in which most of what is missing can be done now.
  const rest = new Set(world.cases)
  for (;;) {
    const commands = missing().map(({ name }) => commandOf(name))
    const chances = [...rest].map(
      (state) => [state, commands.filter((command) => world.people.some((one) => canNow(one, command, state))).length] as const,
    )
    const [state, most] = chances.reduce((best, one) => (one[1] > best[1] ? one : best), [first, 0] as const)
    if (most === 0) return found
    rest.delete(state)
    await look(state, PAGES.filter(isOfCase), (known) => commands.some((command) => canNow(known, command, state)))
  }
}
const routeOf = (file: string): string =>
  file
    .replace(/^app|\/[^/]+$/g, '')
    .replaceAll(/\/\([^)]*\)/g, '')
    .replace(/^\/preferences$/, '/')
const isOfCase = (shape: string): boolean => shape.includes('caseId') || shape.includes('trackId')
const PAGES = Object.keys(DOORS).filter(
  (shape) => !shape.startsWith('/api') && !shape.includes('[token]') && DOORS[shape]?.methods.includes('GET'),
)

/** An action carries the name of its command (docs/style.md rule 13), but for these. */
const COMMAND: Readonly<Record<string, string>> = {
  decideAction: 'ApproveTransfer',
  recordNewSubjectAction: 'RecordSubject',
  urgeSenderAction: 'Urge',
  discardReportDraftAction: 'WriteReport',
}
export const commandOf = (name: string): string =>
  COMMAND[name] ?? name.replace(/Action$/, '').replace(/^./, (first) => first.toUpperCase())

const canNow = ({ actor }: Known, command: string, state: OpenCase): boolean =>
  isAct(command) && [null, ...Object.keys(state.tracks)].some((trackId) => oughtNow(actor, command, state, { trackId }))
const trackNamed = ({ fields }: Drawn): string | null => fields.find(([field]) => field === 'trackId')?.[1] || null

export function send(visitor: Visitor, path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { type, body } = multipart(fields)
  return visitor.asks(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } })
}

/** Somebody begins to rewrite a report and goes away: then there is something to throw away. */
async function beginToRewrite(world: World, as: As, password: string): Promise<void> {
  const state = world.cases.find((one) => reportOf(one) !== null && world.people.some(({ actor }) => oughtNow(actor, 'WriteReport', one)))
  const known = world.people.find(({ actor }) => state && oughtNow(actor, 'WriteReport', state))
  if (!state || !known) throw new Error('somebody in the demo world can rewrite a report')
  const path = `/cases/${state.caseId}/report/write`
  const form = await theForm(await as(known), path, 'investigation', password)
  await send(await as(known), path, [...form.fields.filter(([name]) => name !== 'suggest'), ['more', 'track']])
}

/** One half of a first sign-in, from the administrator who may give it; no other visitor of these tests is the one it is for. */
async function askForSecret(world: World, as: As, password: string, half: 'IssueLink' | 'IssueCode', cookie: string): Promise<string> {
  const known = world.people.find(({ actor }) => mayInOffice(actor, half))
  if (!known) throw new Error(`somebody may ${half}`)
  const path = `/admin/people/${personIdOf('niexin')}`
  const admin = await as(known)
  const forms = formsIn((await admin.asks(path)).body, { password, caseNo: '', today: '' })
  for (const { fields } of forms.filter((form) => form.fields.every(([name]) => name.startsWith('$') || name === 'formKey'))) {
    const { headers } = await send(admin, path, fields)
    const secret = new RegExp(`${cookie}=([^;]+)`).exec(String(headers['set-cookie']))?.[1]
    if (secret) return secret
  }
  throw new Error(`${half}: nothing was given`)
}

async function theForm(visitor: Visitor, path: string, has: string, password: string): Promise<Drawn> {
  const { body } = await visitor.asks(path)
  const form = formsIn(body, { password, caseNo: '', today: '' }).find(({ fields }) => fields.some(([name]) => name === has))
  if (!form) throw new Error(`no form with ${has} at ${path}`)
  return form
}
