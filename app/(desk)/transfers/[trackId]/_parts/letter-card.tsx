/** The letter in short, from the sealed snapshot: who, for what, how much, what happened, with which items. */
import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { SummaryList } from '#app/_ui/summary-list'
import { MATERIALS } from '#lib/domain/law/materials'
import { basisOf, whyOtherwise } from '#lib/domain/transfer/basis'
import { formatInstant } from '#lib/i18n/dates'
import { routeBasis } from '#lib/i18n/law'
import { sentItems } from '#app/(desk)/_track/facts.tsx'
import { AmountsTable, ItemsTable } from '#app/(desk)/_parts/amount-tables.tsx'
import { SubjectsTable } from '#app/(desk)/_parts/subject-tables.tsx'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export function LetterCard({ page }: { page: TransferPage }) {
  const { t, track, reader, at, view } = page
  const { snapshot } = track
  const absent = MATERIALS.flatMap(({ id, absentWithReason }) =>
    absentWithReason && snapshot.absent[id] ? [[id, snapshot.absent[id]] as const] : [],
  )
  return (
    <>
      <Card
        title={t.receiving.letter}
        end={
          <span className="row">
            <Link href={`${at}/letter`}>{t.receiving.readLetter}</Link>
            {view !== 'copied' && <Link href={`${at}/report`}>{t.material.report}</Link>}
          </span>
        }
      >
        <SummaryList
          two
          items={[
            { key: 'from', label: t.track.from, value: page.names.of(snapshot.from) },
            ...arrived(page),
            ...sentItems(track, reader),
            ...chosen(page),
          ]}
        />
        <h3 className="gap-before">{snapshot.to.kind === 'commission' ? t.receiving.factsClue : t.receiving.facts}</h3>
        <p className="lines">{snapshot.facts}</p>
        <h3 className="gap-before">{t.receiving.law}</h3>
        <p className="lines">{snapshot.law}</p>
        {absent.length > 0 && (
          <>
            <h3 className="gap-before">{t.receiving.absent}</h3>
            {absent.map(([id, why]) => (
              <p key={id}>{t.receiving.absentOf(t.material[id], why)}</p>
            ))}
          </>
        )}
      </Card>
      <Card title={t.subjects.subjects} flush>
        <SubjectsTable page={page} full linked={false} />
      </Card>
      <Card title={t.subjects.amounts} flush>
        <AmountsTable page={page} />
      </Card>
      {snapshot.items.length > 0 && view !== 'copied' && (
        <Card title={t.receiving.items} flush>
          <ItemsTable page={page} />
        </Card>
      )}
    </>
  )
}

/** Why it came to this kind of body: by which text, and for what reason where another was suggested. */
function chosen({ me, t, track }: TransferPage) {
  const { route, to } = track.snapshot
  const [basis, why] = [basisOf(route, to.kind), whyOtherwise(route, to.kind)]
  return [
    ...(basis ? [{ key: 'basis', label: t.receiving.basis, value: routeBasis(basis, me.lang) }] : []),
    ...(why ? [{ key: 'why', label: t.send.whyBody, value: <blockquote className="quote lines">{why}</blockquote> }] : []),
  ]
}

/** When it came to this body, where that is not when it was sent: the one before passed it on. */
function arrived({ me, t, track, view }: TransferPage) {
  const forwarding = track.legs.at(view === 'former' ? -2 : -1)
  return forwarding && view !== 'copied'
    ? [{ key: 'arrived', label: t.receiptForm.arrivedAt, value: formatInstant(forwarding.passedOn.at, me.lang) }]
    : []
}
