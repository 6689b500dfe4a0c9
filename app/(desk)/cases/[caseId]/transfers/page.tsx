import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { LinkButton } from '#app/_ui/button'
import { ClockTicker } from '#app/_ui/clock-ticker'
import { reportOf } from '#lib/domain/case/rounds'
import { isSent } from '#lib/domain/transfer/state'
import { doneOf } from '#lib/server/forms/forms'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import { one, type CaseProps, type Query } from '#app/(desk)/_parts/props'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import { TrackCard } from './_parts/track-card.tsx'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.case.tabTransfers)
}

/** 移送与回执: every track of the case, where it stands, what is owed on it, and what can be done now. */
export default async function TransfersPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const query = await searchParams
  const { me, t, state } = page
  const tracks = Object.values(state.tracks)
  return (
    <CaseFrame page={page} tab="transfers" compact>
      <div className="stack">
        <h1>{t.case.tabTransfers}</h1>
        <SentBanner page={page} query={query} />
        <DoneBanner t={t} done={doneOf(query)} address={`/cases/${state.caseId}/transfers`} />
        {tracks.length === 0 ? <NoTrack page={page} /> : tracks.map((track) => <TrackCard key={track.trackId} page={page} track={track} />)}
        <ClockTicker now={me.now} lang={me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
      </div>
    </CaseFrame>
  )
}

/** 已移送给…，移送书 …: what happened, what is next, and the papers to print. */
function SentBanner({ page: { t, state, names }, query }: { page: CasePage; query: Query }) {
  const done = doneOf(query)
  const track = Object.values(state.tracks).find(({ trackId }) => trackId === one(query, 'track'))
  if (done?.code !== 'transfer-sent' || !track || !isSent(track)) return null
  const at = `/cases/${state.caseId}/transfers`
  return (
    <Banner
      kind="ok"
      live
      title={t.transfers.done(names.of(track.to), track.snapshot.letterNo)}
      dismiss={{ href: at, label: t.form.dismiss }}
    >
      <p>{done.isRepeat ? t.form.duplicate : t.transfers.doneNext}</p>
      <div className="row">
        <LinkButton href={`${at}/${track.trackId}/letter`}>{t.track.letter}</LinkButton>
        <LinkButton href={`${at}/${track.trackId}/report`}>{t.track.report}</LinkButton>
        <LinkButton href={`${at}/${track.trackId}/file-list`}>{t.track.fileList}</LinkButton>
      </div>
    </Banner>
  )
}

function NoTrack({ page: { t, state, names } }: { page: CasePage }) {
  const planned = reportOf(state)?.tracks ?? []
  return (
    <div className="tbl">
      <p className="empty">
        {t.track.none} {t.track.noneNote}
        {planned.length > 0 && (
          <>
            <br />
            {t.track.planned}
            {t.track.colon}
            {planned.map(({ to }) => names.of(to)).join(t.track.join)}
          </>
        )}
      </p>
    </div>
  )
}
