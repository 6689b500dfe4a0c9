/** One item of the dossier as a download. The inner volume is for those who work the case and decide on it. */
import { volumeOf } from '#lib/domain/law/dossier'
import { lockedIn } from '#lib/domain/evidence/stored'
import { can } from '#lib/domain/policy/can'
import { download } from '#lib/server/session/access-notes'
import { currentPerson } from '#lib/server/session/signed-in'
import { readContentAs } from '#lib/usecases/read-case'

type At = Readonly<{ params: Promise<{ caseId: string; itemId: string }> }>

export async function GET(request: Request, { params }: At): Promise<Response> {
  const me = await currentPerson()
  if (!me) return new Response(null, { status: 401 })
  const { caseId, itemId } = await params
  const state = await readContentAs(me.read, me.actor, caseId)
  const item = state && Object.hasOwn(state.evidence, itemId) ? state.evidence[itemId] : undefined
  const by = state && can(me.actor, item && volumeOf(item.folder) === 'inner' ? 'ReadInner' : 'ReadContent', state)
  const file = state && item && { caseId, locked: lockedIn(state), file: item }
  return download(request, me, by, { what: 'file', caseId, objectId: itemId }, file)
}
