/** The paper of an act on a track: a decision's document, or the scan of what was recorded from paper. For the sender's people and the receiving ones. */
import { download } from '#lib/server/session/access-notes'
import { currentPerson } from '#lib/server/session/signed-in'
import { readPaperAs } from '#lib/usecases/read-paper'

type Props = { params: Promise<{ trackId: string; seq: string }> }

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const me = await currentPerson()
  if (!me) return new Response(null, { status: 401 })
  const { trackId, seq } = await params
  const paper = /^\d{1,9}$/.test(seq) ? await readPaperAs(me.read, me.actor, trackId, Number(seq)) : null
  const thing = { what: 'paper', caseId: paper?.caseId ?? '', trackId, objectId: seq } as const
  return download(request, me, paper?.by ?? null, thing, paper?.file && { ...paper, file: paper.file })
}
