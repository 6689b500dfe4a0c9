/** A file that was sent, as a download: only to the body where the case is, and only once it has signed (D13). */
import { sentFiles } from '#lib/domain/transfer/state'
import { download } from '#lib/server/session/access-notes'
import { currentPerson } from '#lib/server/session/signed-in'
import { readTrackAs } from '#lib/usecases/read-case'

type Props = { params: Promise<{ trackId: string; itemId: string }> }

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const me = await currentPerson()
  if (!me) return new Response(null, { status: 401 })
  const { trackId, itemId } = await params
  const found = await readTrackAs(me.read, me.actor, trackId)
  const answer = found?.may('ReadFiles')
  const file = found && sentFiles(found.sealed.track).find((one) => one.itemId === itemId)
  const thing = { what: 'file', caseId: found?.sealed.caseId ?? '', trackId, objectId: itemId } as const
  return download(request, me, answer?.is === 'yes' ? answer.by : null, thing, found && file && { ...found.sealed, file })
}
