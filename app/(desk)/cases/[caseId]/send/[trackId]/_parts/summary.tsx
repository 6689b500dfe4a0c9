/** 移送摘要: at the right of the check, and before the signature. */
import { totalFen } from '#lib/domain/case/state'
import { Card } from '#app/_ui/card'
import { SummaryList } from '#app/_ui/summary-list'
import { chargeWord } from '#lib/i18n/law'
import { formatFen } from '#lib/i18n/numbers'
import type { SendPage } from './open-send.ts'

export async function Summary({ page }: { page: SendPage }) {
  const { me, t, state, track, files } = page
  const { plan, to, copyTo } = track
  const fen = totalFen(state.lines.filter(({ subjectId }) => plan.subjectIds.includes(subjectId)))
  const isOnPaper = (await me.read.listUnits()).some((unit) => unit.unitId === to.unitId && unit.onPaper)
  return (
    <Card title={t.transfers.summary}>
      <SummaryList
        items={[
          { key: 'to', label: t.track.to, value: page.names.of(to) },
          { key: 'copy', label: t.track.copyTo, value: copyTo ? page.names.of(copyTo) : t.send.noCopy },
          { key: 'subjects', label: t.send.subjects, value: t.send.people(plan.subjectIds.length) },
          { key: 'charges', label: t.track.charges, value: plan.charges.map((charge) => chargeWord(charge, me.lang)).join(t.track.join) },
          { key: 'amount', label: t.send.amount, value: t.track.yuan(formatFen(fen)) },
          { key: 'files', label: t.send.dossier, value: t.send.dossierOf(files.length) },
          { key: 'how', label: t.send.howSent, value: isOnPaper ? t.send.byPaper : t.send.byPortal },
        ]}
      />
    </Card>
  )
}
