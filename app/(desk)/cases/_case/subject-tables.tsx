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
import type { CasePageData } from './open.ts'
import { findingWords, tierWords } from './tiers.ts'

/** Of one's own case, or of a letter. */
type Told = Pick<CasePageData, 't'> &
  Readonly<{ may: (action: Action) => Answer; state: Readonly<{ caseId: string; subjects: Subjects; lines: readonly AmountLine[] }> }>
type Subjects = Readonly<Record<string, Subject>>
type Row = Subject & Readonly<{ subjectId: string; fen: number; recoveredFen: number }>

function subjectRows({ subjects, lines }: Told['state']): Row[] {
  return Object.entries(subjects).map(([subjectId, subject]) => {
    const own = lines.filter((line) => line.subjectId === subjectId)
    return { ...subject, subjectId, fen: totalFen(own), recoveredFen: totalRecovered(own) }
  })
}

/** `full` adds what only the page of subjects needs; `linked` where the name leads to the form, while it may be changed. */
export function SubjectsTable({ page, full = false, linked = true }: { page: Told; full?: boolean; linked?: boolean }) {
  const { t, state } = page
  const rows = subjectRows(state)
  const columns = subjectColumns(page, full, linked)
  const span = columns.filter(({ num }) => !num).length
  const foot = (
    <Total label={t.csub.total} span={span} cells={[totalFen(rows), totalRecovered(rows)]} heads={[t.csub.amount, t.csub.recovered]} />
  )
  return (
    <DataTable
      caption={t.csub.caption}
      columns={columns}
      rows={rows}
      rowKey={({ subjectId }) => subjectId}
      empty={t.csub.noSubjects}
      foot={foot}
    />
  )
}

function subjectColumns({ t, state, may }: Told, full: boolean, linked: boolean): Column<Row>[] {
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
      label: t.csub.official,
      card: t.csub.official,
      cell: ({ kind, official }) =>
        kind === 'unit' ? t.list.none : { yes: t.csub.officialYes, no: t.csub.officialNo, disputed: t.csub.disputed }[official],
    },
  ]
  return [
    {
      key: 'name',
      label: t.csub.nameOrUnit,
      head: true,
      cell: (row) => (
        <>
          {name(row)} {row.role === 'main' && <Tag kind="rest">{t.csub.main}</Tag>}
        </>
      ),
    },
    ...(full ? extra : []),
    {
      key: 'post',
      label: t.csub.employerAndPost,
      cell: ({ employer, position }) => [employer, position].filter((text) => text !== '').join(' ') || t.list.none,
    },
    { key: 'conduct', label: t.csub.conduct, cell: ({ conduct }) => <span className="lines">{conduct || t.list.none}</span> },
    { key: 'fen', label: t.csub.amount, card: t.csub.amount, num: true, cell: ({ fen }) => formatFen(fen) },
    { key: 'recovered', label: t.csub.recovered, card: t.csub.recovered, num: true, cell: ({ recoveredFen }) => formatFen(recoveredFen) },
  ]
}

/** 门槛提示, one a subject: the suggestion with its texts, and what a person made of it. */
export function TierNotes({ page }: { page: CasePageData }) {
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
            {t.cpage.colon}
          </b>
          {t.cpage.noteOf(name, chargeWord(assessment.charge, me.lang), words.head)} {words.reaches}
          {words.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            <b>
              {t.camt.finding}
              {t.cpage.colon}
            </b>
            {findingWords(assessment, t)}
            {assessment.note && t.cpage.bracketed(assessment.note)}
          </p>
          <p className="sec">{t.case.thresholdNote}</p>
        </Banner>
      ))}
    </div>
  )
}
