/** 移送必备材料 (Order 310 art. 6): what is there, what is said to be absent and why, what is missing. */
import { LinkButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { Checklist, type Check as Row } from '#app/_ui/checklist'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { reportOf } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import { MATERIALS, type MaterialId } from '#lib/domain/law/materials'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { preflight, type Check } from '#lib/domain/transfer/preflight'
import { isSent, type TrackState } from '#lib/domain/transfer/state'
import { mainVolume } from '#lib/usecases/write-report'
import type { CasePage } from './open.ts'

export function Materials({ page }: { page: CasePage }) {
  const { t, state } = page
  const checks = preflight(state, trackToCheck(state), [])
  const rows = MATERIALS.flatMap(({ id }) => {
    const check = checks.find((one) => one.id === id)
    return check ? [rowOf(page, id, t.material[id], check)] : []
  })
  const missing = rows.filter((row) => row.state === 'block' || row.state === 'warn').length
  return (
    <Card
      title={t.case.materials}
      flush
      tag={missing > 0 ? <Tag kind="bad">{t.cover.missing(missing)}</Tag> : <Tag kind="ok">{t.cover.complete}</Tag>}
      end={<Link href={`/cases/${state.caseId}/evidence`}>{t.cover.openEvidence}</Link>}
    >
      <Checklist items={rows} lines label={t.case.materials} />
    </Card>
  )
}

/** The first track that is still to be sent; before there is a plan, as if everything in the main volume went along. */
function trackToCheck(state: OpenCase): TrackState {
  const [first] = Object.values(state.tracks).toSorted((a, b) => Number(isSent(a)) - Number(isSent(b)))
  if (first) return first
  const plan = reportOf(state)?.tracks[0] ?? {
    trackId: '',
    to: state.bureau,
    copyTo: null,
    subjectIds: [],
    charges: [],
    itemIds: mainVolume(state),
    facts: '',
    law: '',
    route: { rule: '', suggested: '', citation: '', reason: '' },
  }
  return { phase: 'planned', trackId: plan.trackId, plan, to: plan.to, copyTo: plan.copyTo, disputes: [], seq: 0 }
}

function rowOf(page: CasePage, id: MaterialId, title: string, check: Check): Row {
  const { t, state, may } = page
  const at = `/cases/${state.caseId}`
  // The form of the items is there for those who fill it in; others read the list.
  const place = id === 'items' && may('RecordItems').is !== 'yes' ? '/subjects' : WHERE[id].page
  const row = { key: id, title, href: `${at}${place}`, detail: detailOf(page, id, check) }
  if (id === 'letter' && letterNos(state).length === 0) return { ...row, href: undefined, state: 'todo', stateWord: t.state.todo }
  if (check.is === 'warn') return { ...row, detail: t.report.noOwnReport, state: 'warn', stateWord: t.state.warn }
  if (check.is !== 'block')
    return {
      ...row,
      state: id === 'report' && !reportOf(state)?.confirmed ? 'todo' : 'pass',
      stateWord: id === 'report' && !reportOf(state)?.confirmed ? t.state.todo : t.state.pass,
    }
  const { page: where, label, action } = WHERE[id]
  const planned = Object.values(state.tracks).find(({ phase }) => trackPhase(phase).isSendable === true)
  // Why a material is missing is said at the check before sending, once there is a track to send.
  if (planned && may('JustifyAbsence').is === 'yes')
    return {
      ...row,
      href: undefined,
      state: 'block',
      stateWord: t.state.missing,
      action: <Do href={`${at}/send/${planned.trackId}/check`} word={t.cover.explain} what={title} />,
    }
  return {
    ...row,
    href: undefined,
    state: 'block',
    stateWord: t.state.missing,
    action: may(action).is === 'yes' && <Do href={`${at}${where}`} word={t.cover[label]} what={title} />,
  }
}

const Do = ({ href, word, what }: { href: string; word: string; what: string }) => (
  <LinkButton size="small" href={href}>
    {word}
    <span className="vh"> {what}</span>
  </LinkButton>
)

const WHERE = {
  letter: { page: '/transfers', label: 'write', action: 'SendTransfer' },
  report: { page: '/report', label: 'write', action: 'WriteReport' },
  items: { page: '/subjects/items', label: 'addItems', action: 'RecordItems' },
  expert: { page: '/evidence', label: 'addFiles', action: 'AddEvidence' },
  other: { page: '/evidence', label: 'addFiles', action: 'AddEvidence' },
} as const

function detailOf({ t, state, names }: CasePage, id: MaterialId, { is, count, justified }: Check): string {
  const report = reportOf(state)
  if (id === 'letter') return letterNos(state).length > 0 ? t.cover.letterSent(letterNos(state).join(t.casePage.join)) : t.cover.letterTodo
  if (id === 'report')
    return !report
      ? t.cover.reportNone
      : report.confirmed
        ? t.cover.reportConfirmed(names.person(report.confirmed.by))
        : t.cover.reportDraft
  if (is === 'block') return t.cover.neither
  if (justified) return t.cover.absent(justified)
  return id === 'items' ? t.cover.items(count) : t.cover.files(count)
}

const letterNos = (state: OpenCase): string[] =>
  Object.values(state.tracks)
    .filter(isSent)
    .flatMap(({ phase, snapshot }) => (phase === 'withdrawn' ? [] : [snapshot.letterNo]))
