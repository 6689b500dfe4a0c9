import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { Banner } from '#app/_ui/banner'
import { denied } from '#lib/server/session/access-notes'
import { REASON_ACTS } from '#lib/schemas/reason-acts'
import { isOwnPaperAct, type PaperAct } from '#lib/schemas/transfer'
import { readForm } from '#lib/server/forms/forms'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { one } from '#app/(desk)/_parts/props'
import { openTrackPage, trackMetadata, type TrackPage } from '#app/(desk)/cases/_track/open'
import { paperActs, recordsPaper } from '#app/(desk)/cases/_track/paper-acts'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { PaperForm, paperWords } from './paper-form.tsx'

export async function generateMetadata({ params, searchParams }: TrackProps): Promise<Metadata> {
  const [{ trackId }, query] = await Promise.all([params, searchParams])
  return trackMetadata(params, (t) => t.paperwork.title, { form: paperForm(trackId, one(query, 'act')) })
}

/** D23: what a body did on paper, recorded by the sender. First which act, then its form; where only one can be next, its form at once. */
export default async function PaperPage({ params, searchParams }: TrackProps) {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  if (!recordsPaper(page, page.track)) denied()
  const { me, t, track } = page
  const acts = paperActs(page, track)
  const asked = one(await searchParams, 'act')
  const act = acts.find((known) => known === asked) ?? (acts.length === 1 ? acts[0] : undefined)
  return (
    <CaseFrame page={page} tab="transfers" current={t.paperwork.title} compact>
      {act ? (
        <PaperForm
          page={page}
          act={act}
          form={await readForm(me, paperForm(trackId, act), { ...PAPER_DEFAULTS, ...ownFields(act) })}
          several={acts.length > 1}
        />
      ) : (
        <Which page={page} acts={acts} />
      )}
    </CaseFrame>
  )
}

/** Of an act that is a row. */
const ownFields = (act: PaperAct): Readonly<Record<string, ''>> =>
  isOwnPaperAct(act) ? {} : Object.fromEntries(Object.keys(REASON_ACTS[act].fields).map((name) => [name, '']))
const paperForm = (trackId: string, act: string): string => `paper-${act}:${trackId}`
const PAPER_DEFAULTS = {
  onPaperDay: '',
  onPaperTime: '',
  paperNo: '',
  actedBy: '',
  remarks: '',
  wanted: '',
  target: '',
  reason: '',
  competent: '',
  outcome: '',
  charge: '',
  reasons: '',
} as const

function Which({ page: { t, track, at, names }, acts }: { page: TrackPage; acts: ReturnType<typeof paperActs> }) {
  const address = `${at}/${track.trackId}/paper`
  return (
    <div className="stack sub-page narrow">
      <div>
        <h1>{t.paperwork.title}</h1>
        <p className="sec">{t.paperwork.intro(names.of(track.to))}</p>
      </div>
      {acts.length === 0 ? (
        <Banner kind="warn" title={t.track.paperNone}>
          {track.phase === 'supplementing' && <p>{t.track.paperNoneSupplement}</p>}
        </Banner>
      ) : (
        <nav className="card" aria-label={t.paperwork.which}>
          <ul className="check bare">
            {acts.map((act) => (
              <li key={act}>
                <div>
                  {paperWords(t, act).title}
                  <small>{paperWords(t, act).hint}</small>
                </div>
                <LinkButton href={`${address}?act=${act}`}>
                  {t.paperwork.go}
                  <span className="vh"> {paperWords(t, act).title}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div>
        <LinkButton href={at}>{t.track.back}</LinkButton>
      </div>
    </div>
  )
}
