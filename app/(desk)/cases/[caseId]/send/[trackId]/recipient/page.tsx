import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { Banner } from '#app/_ui/banner'
import { Card } from '#app/_ui/card'
import { Actions } from '#app/_ui/form'
import { Link } from '#app/_ui/link'
import { SummaryList, type SummaryItem } from '#app/_ui/summary-list'
import { ROUTES } from '#lib/domain/law/routes'
import { UNIT_KINDS } from '#lib/domain/result'
import { basisOf, whyOtherwise } from '#lib/domain/transfer/basis'
import { routeBasis, say } from '#lib/i18n/law'
import { readListing } from '#lib/usecases/directory'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openSend, stepHref, type SendPage } from '../_parts/open-send.ts'
import { labelOf, SendFrame } from '../_parts/send-frame.tsx'
import { Summary } from '../_parts/summary.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.send.recipient)
}

/** Step 2: the body that the head approved, by which rule it was suggested, and whom to phone there (D25). Nothing is chosen here. */
export default async function RecipientPage({ params }: TrackProps) {
  const page = await openSend(params, 'recipient')
  const { t, state, track } = page
  const { caseId } = state
  return (
    <SendFrame page={page} title={t.send.recipient}>
      <div className="split">
        <div className="stack">
          <Card title={page.names.of(track.to)}>
            <SummaryList items={[...routeItems(page), ...(await contactItems(page)), copyItem(page)]} />
          </Card>
          <Banner>
            <p>
              {t.transfers.recvHint}
              {t.track.stop}
              {t.send.recipientNote}{' '}
              {page.may('WithdrawReport').is === 'yes' && <Link href={`/cases/${caseId}/report`}>{t.send.toReport}</Link>}
            </p>
          </Banner>
          <Actions>
            <LinkButton kind="primary" size="large" href={stepHref(caseId, track.trackId, 'preview')}>
              {t.send.next(labelOf(t, 'preview'))}
            </LinkButton>
            <LinkButton size="large" href={stepHref(caseId, track.trackId, 'check')}>
              {t.send.before(labelOf(t, 'check'))}
            </LinkButton>
          </Actions>
        </div>
        <Summary page={page} />
      </div>
    </SendFrame>
  )
}

function routeItems({ me, t, track }: SendPage): SummaryItem[] {
  const { route } = track.plan
  const { rule, suggested } = route
  const [basis, reason] = [basisOf(route, track.to.kind), whyOtherwise(route, track.to.kind)]
  const row = ROUTES.find(({ id }) => id === rule)
  const kind = UNIT_KINDS.find((one) => one === suggested)
  const agrees = suggested === track.to.kind
  return [
    { key: 'kind', label: t.send.kind, value: t.unitKind[track.to.kind] },
    {
      key: 'rule',
      label: t.send.rule,
      value: (
        <>
          {row ? say(row, me.lang) : t.send.noRule}
          {kind && <p className="sec">{agrees ? t.send.follows : t.send.differs(t.unitKind[kind])}</p>}
        </>
      ),
    },
    ...(basis || route.basis === ''
      ? [{ key: 'citation', label: t.send.citation, value: basis ? routeBasis(basis, me.lang) : t.send.noBasis(t.unitKind[track.to.kind]) }]
      : []),
    ...(reason ? [{ key: 'reason', label: t.send.whyBody, value: <blockquote className="quote">{reason}</blockquote> }] : []),
  ]
}

/** From the joint meeting's directory of the division on the day. */
async function contactItems({ me, t, state, track }: SendPage): Promise<SummaryItem[]> {
  const listing = await readListing(me.read, state.basics.division, track.to.unitId, me.today)
  const phone = (name: string, no: string): string => [name, no].filter(Boolean).join(' ') || t.list.none
  if (!listing) return [{ key: 'liaison', label: t.send.liaison, value: t.send.notListed }]
  return [
    { key: 'liaison', label: t.send.liaison, value: phone(listing.liaison.name, listing.liaison.phone) },
    { key: 'deputy', label: t.send.deputy, value: phone(listing.deputy.name, listing.deputy.phone) },
    { key: 'duty', label: t.send.dutyPhone, value: listing.dutyPhone || t.list.none },
  ]
}

const copyItem = ({ t, names, track: { copyTo } }: SendPage): SummaryItem => ({
  key: 'copy',
  label: t.track.copyTo,
  value: copyTo ? t.send.copyNote(names.of(copyTo)) : t.send.noCopy,
})
