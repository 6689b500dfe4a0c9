/** Who is involved, with how much, and with what: the same tables on the overview, on their own page, and on paper. */
import { totalFen, totalRecovered } from '#lib/domain/case/state'
import type { ReactNode } from 'react'
import { Banner } from '#app/_ui/banner'
import { DataTable, type Column } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import type { AmountLine, Subject } from '#lib/domain/case/events'
import { maskIdentityNo } from '#lib/domain/identity'
import type { Answer } from '#lib/domain/policy/can'
import type { Action } from '#lib/domain/policy/table'
import { chargeWord } from '#lib/i18n/law'
import { formatFen } from '#lib/i18n/numbers'
import { Total } from './amount-tables.tsx'
import type { CasePage } from '../cases/_case/open.ts'
import { findingWords, tierWords } from '../cases/_case/tiers.ts'

/** Of one's own case, or of a letter. */
type Shown = Pick<CasePage, 't'> &
  Readonly<{ may: (action: Action) => Answer; state: Readonly<{ caseId: string; subjects: Subjects; lines: readonly AmountLine[] }> }>
type Subjects = Readonly<Record<string, Subject>>
type Row = Subject & Readonly<{ subjectId: string; fen: number; recoveredFen: number }>

function subjectRows({ subjects, lines }: Shown['state']): Row[] {
  return Object.entries(subjects).map(([subjectId, subject]) => {
    const own = lines.filter((line) => line.subjectId === subjectId)
    return { ...subject, subjectId, fen: totalFen(own), recoveredFen: totalRecovered(own) }
  })
}

/** `full` adds what only the page of subjects needs; `linked` where the name leads to the form, while it may be changed. */
export function SubjectsTable({ page, full = false, linked = true }: { page: Shown; full?: boolean; linked?: boolean }) {
  const { t, state } = page
  const rows = subjectRows(state)
  const columns = subjectColumns(page, full, linked)
  const span = columns.filter(({ num }) => !num).length
  const foot = (
    <Total
      label={t.subjects.total}
      span={span}
      cells={[totalFen(rows), totalRecovered(rows)]}
      heads={[t.subjects.amount, t.subjects.recovered]}
    />
  )
  return (
    <DataTable
      caption={t.subjects.caption}
      columns={columns}
      rows={rows}
      rowKey={({ subjectId }) => subjectId}
      empty={t.subjects.noSubjects}
      foot={foot}
    />
  )
}

function subjectColumns({ t, state, may }: Shown, full: boolean, linked: boolean): Column<Row>[] {
  const leads = linked && may('RecordSubject').is === 'yes'
  const name = ({ subjectId, name: words }: Row): ReactNode =>
    leads ? <Link href={`/cases/${state.caseId}/subjects/${subjectId}`}>{words}</Link> : words
  const extra: Column<Row>[] = [
    {
      key: 'id',
      label: t.case.idNumber,
      card: t.case.idNumber,
      nowrap: true,
      cell: ({ idNo, kind }) => (idNo === '' ? t.list.none : kind === 'person' ? maskIdentityNo(idNo) : idNo),
    },
    {
      key: 'official',
      label: t.subjects.official,
      card: t.subjects.official,
      cell: ({ kind, official }) =>
        kind === 'unit' ? t.list.none : { yes: t.subjects.officialYes, no: t.subjects.officialNo, disputed: t.subjects.disputed }[official],
    },
  ]
  return [
    {
      key: 'name',
      label: t.subjects.nameOrUnit,
      head: true,
      cell: (row) => (
        <>
          {name(row)} {row.role === 'main' && <Tag kind="rest">{t.subjects.main}</Tag>}
        </>
      ),
    },
    ...(full ? extra : []),
    {
      key: 'post',
      label: t.subjects.employerAndPost,
      cell: ({ employer, position }) => [employer, position].filter((text) => text !== '').join(' ') || t.list.none,
    },
    { key: 'conduct', label: t.subjects.conduct, cell: ({ conduct }) => <span className="lines">{conduct || t.list.none}</span> },
    { key: 'fen', label: t.subjects.amount, card: t.subjects.amount, num: true, cell: ({ fen }) => formatFen(fen) },
    {
      key: 'recovered',
      label: t.subjects.recovered,
      card: t.subjects.recovered,
      num: true,
      cell: ({ recoveredFen }) => formatFen(recoveredFen),
    },
  ]
}

/** 门槛提示, one a subject: the suggestion with its texts, and what a person made of it. */
export function TierNotes({ page }: { page: CasePage }) {
  const { me, t, state } = page
  const notes = state.assessments.flatMap((assessment) => {
    const words = tierWords(state, assessment, t, me.lang, me.now)
    const name = state.subjects[assessment.subjectId]?.name
    return words && name !== undefined ? [{ assessment, words, name }] : []
  })
  if (notes.length === 0) return null
  return (
    <div className="card-body stack">
      {notes.map(({ assessment, words, name }) => (
        <Banner key={assessment.subjectId}>
          <b>
            {t.case.threshold}
            {t.casePage.colon}
          </b>
          {t.casePage.noteOf(name, chargeWord(assessment.charge, me.lang), words.head)} {words.reaches}
          {words.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            <b>
              {t.amounts.finding}
              {t.casePage.colon}
            </b>
            {findingWords(assessment, t)}
            {assessment.note && t.casePage.bracketed(assessment.note)}
          </p>
          <p className="sec">{t.case.thresholdNote}</p>
        </Banner>
      ))}
    </div>
  )
}
