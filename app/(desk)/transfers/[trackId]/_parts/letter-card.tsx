/** The letter in short, from the sealed snapshot: who, for what, how much, what happened, with which items. */
import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { SummaryList } from '#app/_ui/summary-list'
import { MATERIALS } from '#lib/domain/law/materials'
import { formatInstant } from '#lib/i18n/dates'
import { sentItems } from '../../../_track/facts.tsx'
import { AmountsTable, ItemsTable } from '../../../cases/_case/amount-tables.tsx'
import { SubjectsTable } from '../../../cases/_case/subject-tables.tsx'
import type { TransferPageData } from '../../_track/open.ts'

export function LetterCard({ page }: { page: TransferPageData }) {
  const { t, track, reader, at, view } = page
  const { snapshot } = track
  const absent = MATERIALS.flatMap(({ id, absentWithReason }) =>
    absentWithReason && snapshot.absent[id] ? [[id, snapshot.absent[id]] as const] : [],
  )
  return (
    <>
      <Card title={t.recv.letter} end={<Link href={`${at}/letter`}>{t.recv.readLetter}</Link>}>
        <SummaryList
          two
          items={[{ key: 'from', label: t.track.from, value: page.names.of(snapshot.from) }, ...arrived(page), ...sentItems(track, reader)]}
        />
        <h3 className="gap-before">{snapshot.to.kind === 'commission' ? t.recv.factsClue : t.recv.facts}</h3>
        <p className="lines">{snapshot.facts}</p>
        <h3 className="gap-before">{t.recv.law}</h3>
        <p className="lines">{snapshot.law}</p>
        {absent.length > 0 && (
          <>
            <h3 className="gap-before">{t.recv.absent}</h3>
            {absent.map(([id, why]) => (
              <p key={id}>{t.recv.absentOf(t.material[id], why)}</p>
            ))}
          </>
        )}
      </Card>
      <Card title={t.csub.subjects} flush>
        <SubjectsTable page={page} full linked={false} />
      </Card>
      <Card title={t.csub.amounts} flush>
        <AmountsTable page={page} />
      </Card>
      {snapshot.items.length > 0 && view !== 'copied' && (
        <Card title={t.recv.items} flush>
          <ItemsTable page={page} />
        </Card>
      )}
    </>
  )
}

/** When it came to this body, where that is not when it was sent: the one before passed it on. */
function arrived({ me, t, track, view }: TransferPageData) {
  const leg = track.legs.at(view === 'former' ? -2 : -1)
  return leg && view !== 'copied' ? [{ key: 'arrived', label: t.rcpt.arrivedAt, value: formatInstant(leg.passedOn.at, me.lang) }] : []
}
