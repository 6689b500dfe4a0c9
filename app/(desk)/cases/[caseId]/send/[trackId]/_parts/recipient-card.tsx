/** The body that the head approved, by which rule it was suggested, and whom to phone there (D25). Nothing is chosen here. */
import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { SummaryList, type SummaryItem } from '#app/_ui/summary-list'
import { ROUTES } from '#lib/domain/law/routes'
import { UNIT_KINDS } from '#lib/domain/result'
import { basisOf, whyOtherwise } from '#lib/domain/transfer/basis'
import { routeBasis, say } from '#lib/i18n/law'
import { readListing } from '#lib/usecases/directory'
import type { SendPage } from './open-send.ts'

export async function RecipientCard({ page }: { page: SendPage }) {
  const { t, state, track } = page
  return (
    <Card title={page.names.of(track.to)}>
      <SummaryList items={[...routeItems(page), ...(await contactItems(page)), copyItem(page)]} />
      <p className="hint">
        {t.transfers.recvHint}
        {t.track.stop}
        {t.send.recipientNote}{' '}
        {page.may('WithdrawReport').is === 'yes' && <Link href={`/cases/${state.caseId}/report`}>{t.send.toReport}</Link>}
      </p>
    </Card>
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
