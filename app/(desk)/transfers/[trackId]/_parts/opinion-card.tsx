/** 审查意见: what the handler of the body wrote for whoever decides; in this body alone (found B5). */
import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { formatInstant } from '#lib/i18n/dates'
import { isReceived } from '#lib/domain/transfer/state'
import { REASON_ACTS } from '#lib/schemas/reason-acts'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

export function OpinionCard({ page: { t, me, track, names, may, at } }: { page: TransferPage }) {
  const opinion = isReceived(track) ? track.opinion : undefined
  if (!opinion) return null
  const words = t.reasonAct.GiveFilingOpinion
  return (
    <Card
      title={words.fields.text}
      tag={<Tag>{words.choices?.[opinion.proposes] ?? ''}</Tag>}
      end={
        may('GiveFilingOpinion').is === 'yes' && <Link href={`${at}/${REASON_ACTS.GiveFilingOpinion.slug}`}>{t.receiving.opinionAnew}</Link>
      }
    >
      <p className="lines">{opinion.text}</p>
      <p className="sec">{t.report.who(names.person(opinion.by.personId), formatInstant(opinion.at, me.lang))}</p>
    </Card>
  )
}
