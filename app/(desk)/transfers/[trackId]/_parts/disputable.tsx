/** What was recorded from paper in this body's name, each with a way to dispute it (D23); what is disputed already is not offered again. */
import { LinkButton } from '#app/_ui/button'
import { paperSeqs } from '#lib/domain/transfer/decide'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'
import { listDescribed } from '#app/(desk)/transfers/_track/described'

export async function Disputable({ page }: { page: TransferPage }) {
  const { t, track, at, may } = page
  const open = paperSeqs(track).filter((seq) => !track.disputes.some(({ about }) => about === seq))
  if (open.length === 0 || may('DisputePaper').is !== 'yes') return null
  const described = await listDescribed(page)
  return (
    <div className="card-body">
      <h3>{t.track.onPaper}</h3>
      <ul className="acts">
        {open.map((seq) => {
          const entry = described.find(({ key }) => key === String(seq))
          return (
            <li key={seq} className="row">
              {entry?.title} <span className="sec">{entry?.time}</span>{' '}
              <LinkButton size="small" href={`${at}/dispute?seq=${seq}`}>
                {t.receiving.dispute}
                <span className="vh"> {entry?.title}</span>
              </LinkButton>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
