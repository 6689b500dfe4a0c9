import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { LinkButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { Icon } from '#app/_ui/icon'
import { SummaryList } from '#app/_ui/summary-list'
import { Timeline } from '#app/_ui/timeline'
import { isDecided, isReceived } from '#lib/domain/transfer/state'
import { listOpenings } from '#lib/usecases/opened'
import { Course } from '#app/(desk)/_track/course.tsx'
import { courseItems, decisionItems } from '#app/(desk)/_track/facts.tsx'
import { OpenedBy } from '#app/(desk)/_track/opened.tsx'
import { Stages } from '#app/(desk)/_track/stages.tsx'
import { openTransferPage, transferMetadata, type TransferPage, type TransferProps } from '../_track/open.ts'
import { listDescribed } from '../_track/described.ts'
import { openTombstone, tombstoneMetadata } from '../_track/tombstone.ts'
import { Contact } from './_parts/contact.tsx'
import { TransferDone } from './_parts/done.tsx'
import { Disputable } from './_parts/disputable.tsx'
import { Files } from './_parts/files.tsx'
import { LetterCard } from './_parts/letter-card.tsx'
import { OpinionCard } from './_parts/opinion-card.tsx'
import { NextStepCard } from './_parts/next-step-card.tsx'
import { TombstonePage } from './_parts/tombstone-page.tsx'
import { TransferFrame } from './_parts/transfer-frame.tsx'
import { Alternatives } from './_parts/alternatives.tsx'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return (await tombstoneMetadata(params)) ?? transferMetadata(params, (t) => t.material.letter)
}

/** One transfer on the receiving side: what is next, the letter, the files, what was done; once it was taken back, only that. */
export default async function OneTransferPage({ params, searchParams }: TransferProps) {
  const stone = await openTombstone(params)
  if (stone) return <TombstonePage stone={stone} />
  const page = await openTransferPage(params)
  const query = await searchParams
  const { t, track, view, at } = page
  return (
    <TransferFrame page={page} nextStep={(view === 'body' || page.duties.length > 0) && <NextStepCard page={page} />}>
      <div className="stack">
        <TransferDone page={page} query={query} />
        <Standing page={page} />
        <div className="split">
          <div className="stack">
            {view !== 'former' && <Alternatives page={page} />}
            <OpinionCard page={page} />
            <Acts page={page} />
            <LetterCard page={page} />
          </div>
          <div className="stack">
            <Card title={t.receiving.happened}>
              <Timeline days={[{ key: 'all', entries: await listDescribed(page) }]} />
            </Card>
            {view !== 'copied' && <Contact page={page} />}
            <div className="row">
              <LinkButton href={`${at}/letter`}>
                <Icon name="printer" />
                {t.track.letter}
              </LinkButton>
              {view !== 'copied' && (
                <LinkButton href={`${at}/report`}>
                  <Icon name="printer" />
                  {t.track.report}
                </LinkButton>
              )}
              {view !== 'copied' && (isReceived(track) || track.legs.length > 0) && (
                <LinkButton href={`${at}/receipt`}>
                  <Icon name="printer" />
                  {t.track.receipt}
                </LinkButton>
              )}
            </div>
          </div>
        </div>
        <Files page={page} wantsCheck={query['verify'] === '1'} />
      </div>
    </TransferFrame>
  )
}

/** What this reader is to it, where that is not the body that deals with it. */
function Standing({ page: { t, track, view, passedTo } }: { page: TransferPage }) {
  const note =
    view === 'copied'
      ? t.receiving.copiedNote
      : passedTo
        ? t.receiving.passedNote(passedTo.name)
        : track.phase === 'returned'
          ? t.receiving.returnedNote
          : null
  return (
    note && (
      <Banner>
        <p>{note}</p>
      </Banner>
    )
  )
}

async function Acts({ page }: { page: TransferPage }) {
  const { me, t, state, track, reader, view } = page
  const units = [...me.actor.seats.map(({ unitId }) => unitId), ...(view === 'body' ? [track.snapshot.from.unitId] : [])]
  const openings = await listOpenings(me.desk, me.actor, { ...track, caseId: state.caseId }, new Set(units))
  const items = view !== 'copied' ? courseItems(track, reader) : isDecided(track) ? decisionItems(track, reader) : []
  const hasCourse = view !== 'copied' && track.legs.length + track.supplements.length + track.disputes.length > 0
  if (items.length === 0 && !hasCourse && openings.length === 0) return null
  return (
    <Card title={t.receiving.course} flush>
      {items.length > 0 && (
        <div className="card-body">
          <SummaryList items={items} two />
        </div>
      )}
      {view !== 'copied' && <Course track={track} reader={reader} />}
      <Stages track={track} reader={reader} papers={page.at} />
      <OpenedBy openings={openings} names={page.names} reader={reader} />
      <Disputable page={page} />
    </Card>
  )
}
