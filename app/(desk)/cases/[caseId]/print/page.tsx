import type { Metadata } from 'next'
import { LinkButton } from '#app/_ui/button'
import { DataTable } from '#app/_ui/data-table'
import { PrintSheet } from '#app/_ui/print-sheet'
import { SummaryList } from '#app/_ui/summary-list'
import { chargeName } from '#lib/domain/law/charges'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { formatInstant } from '#lib/i18n/dates'
import { chargeWord } from '#lib/i18n/law'
import { isDecided, isReceived, isSent, decisionOf } from '#lib/domain/transfer/state'
import { readsPaper } from '#lib/server/session/access-notes'
import { caseStatus } from '#lib/views/case-status'
import { chargesOf } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import { basicsItems } from '#app/(desk)/cases/_case/overview-cards.tsx'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { caseStatuses } from '#app/(desk)/_parts/status'
import { AmountsTable, ItemsTable } from '#app/(desk)/_parts/amount-tables.tsx'
import { SubjectsTable, TierNotes } from '#app/(desk)/_parts/subject-tables.tsx'

export const generateMetadata = ({ params }: CaseProps): Promise<Metadata> => caseMetadata(params, (t) => t.caseSheet.title)

export default async function CaseSheetPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  readsPaper('case-sheet')
  const { me, t, state } = page
  const charges = chargesOf(state).map((charge) => (me.lang === 'en' ? chargeWord(charge, me.lang) : chargeName(charge)))
  return (
    <>
      <p className="row no-print">
        <LinkButton href={`/cases/${state.caseId}`}>{t.caseSheet.back}</LinkButton>
        <span className="sec">{t.caseSheet.print}</span>
      </p>
      <PrintSheet number={state.caseNo} by={t.print.by(me.person.name, formatInstant(me.now, me.lang))}>
        <article className="case-sheet">
          <h1>{t.caseSheet.title}</h1>
          <SummaryList
            two
            items={[
              { key: 'no', label: t.casePage.number, value: state.caseNo },
              {
                key: 'status',
                label: t.caseList.status,
                value: caseStatuses(t, caseStatus(state), page.names.of)
                  .map(({ word }) => word)
                  .join(t.casePage.join),
              },
              { key: 'title', label: t.case.title, value: state.basics.title },
              { key: 'charges', label: t.amounts.charge, value: charges.join(t.casePage.join) || t.list.none },
              { key: 'unit', label: t.cover.unit, value: page.names.of(state.bureau) },
              { key: 'registered', label: t.cover.registered, value: formatInstant(state.registeredAt, me.lang) },
              ...basicsItems(page, 'no-links'),
            ]}
          />
          <h2>{t.registration.conduct}</h2>
          <p className="lines">{state.basics.conduct}</p>
          <h2>{t.subjects.subjects}</h2>
          <SubjectsTable page={page} linked={false} />
          <h2>{t.subjects.amounts}</h2>
          <AmountsTable page={page} />
          <TierNotes page={page} />
          <h2>{t.subjects.items}</h2>
          <ItemsTable page={page} />
          <h2>{t.caseSheet.stages}</h2>
          <Stages page={page} />
          <SummaryList
            items={[
              { key: 'handlers', label: t.caseSheet.handlers, value: <Blank t={t} /> },
              { key: 'head', label: t.caseSheet.head, value: <Blank t={t} /> },
            ]}
          />
        </article>
      </PrintSheet>
    </>
  )
}

const Blank = ({ t }: Pick<CasePage, 't'>) => <span className="sign-here">{t.caseSheet.day}</span>

type Stage = Readonly<{ key: string; step: string; at: string; who: string; note: string }>

/** What has happened so far, one line a step; inner opinions stay out. */
function Stages({ page }: { page: CasePage }) {
  const { me, t } = page
  return (
    <DataTable
      caption={t.caseSheet.stages}
      rows={stagesOf(page)}
      rowKey={({ key }) => key}
      empty={t.list.none}
      columns={[
        { key: 'step', label: t.caseSheet.step, head: true, cell: ({ step }) => step },
        { key: 'time', label: t.caseSheet.time, card: t.caseSheet.time, nowrap: true, cell: ({ at }) => formatInstant(at, me.lang) },
        { key: 'who', label: t.caseSheet.who, card: t.caseSheet.who, cell: ({ who }) => who },
        { key: 'note', label: t.caseSheet.note, card: t.caseSheet.note, cell: ({ note }) => note || t.list.none },
      ]}
    />
  )
}

function stagesOf({ t, state, names }: CasePage): Stage[] {
  const { tracks } = state
  const stage = stageOf(state)
  const line = (key: string, step: string, at: string, who: string, note = ''): Stage => ({ key, step, at, who, note })
  return [
    line('registered', t.tlTitle.CaseRegistered, state.registeredAt, names.person(state.registeredBy)),
    ...('submittedAt' in stage ? [line('submitted', t.tlTitle.ReportSubmitted, stage.submittedAt, names.person(stage.submittedBy))] : []),
    ...('refusedAt' in stage ? [line('refused', t.tlTitle.TransferRefused, stage.refusedAt, names.person(stage.refusedBy))] : []),
    ...('approval' in stage
      ? [line('approved', t.tlTitle.TransferApproved, stage.approval.approvedAt, names.person(stage.approval.approvedBy))]
      : []),
    ...Object.values(tracks)
      .filter(isSent)
      .flatMap((track) => [
        line(
          `${track.trackId} sent`,
          t.tlTitle.TransferSent,
          track.sent.at,
          names.person(track.sent.by.personId),
          t.timeline.sent(names.of(track.snapshot.to), track.snapshot.letterNo, track.snapshot.files.length),
        ),
        ...(isReceived(track)
          ? [
              line(
                `${track.trackId} receipt`,
                t.tlTitle.ReceiptSigned,
                track.receipt.at,
                track.receipt.onPaper?.actedBy ?? names.person(track.receipt.by.personId),
                t.timeline.receipt(track.receipt.receiptNo, track.receipt.fileCount),
              ),
            ]
          : []),
        ...(isDecided(track)
          ? [
              line(
                `${track.trackId} decision`,
                decisionOf(track).outcome === 'filed' ? t.tlTitle.CaseFiled : t.tlTitle.CaseNotFiled,
                decisionOf(track).at,
                decisionOf(track).onPaper?.actedBy ?? names.person(decisionOf(track).by.personId),
                decisionOf(track).decisionNo,
              ),
            ]
          : []),
      ]),
  ]
}
