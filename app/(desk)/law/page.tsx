import type { Metadata } from 'next'
import { Card } from '#app/_ui/card'
import { DataTable, type Column } from '#app/_ui/data-table'
import { citeEn, citeZh, type Citation } from '#lib/domain/law/citation'
import { CLOCKS, type ClockRow } from '#lib/domain/law/clocks'
import { INCIDENT_GRADES, type IncidentGrade } from '#lib/domain/law/incidents'
import type { InForce } from '#lib/domain/law/row'
import { SOURCES, type Source } from '#lib/domain/law/sources'
import { TIERS_OF_EMBEZZLEMENT, type TierRow } from '#lib/domain/law/tiers-embezzlement'
import { formatDay, type Lang } from '#lib/i18n/dates'
import { say } from '#lib/i18n/law'
import { lengthWords } from '#lib/i18n/lengths'
import { messagesOf, type Messages } from '#lib/i18n/messages'
import { formatFen } from '#lib/i18n/numbers'
import { signedIn, visitor } from '#lib/server/session/signed-in'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await visitor()).lang)
  return { title: t.app.title(t.law.title) }
}

/** What the portal goes by, for everybody: each clock, tier and text as the row it is (docs/decisions.md D8). Pages lead to a row by its id. */
export default async function LawPage() {
  const { lang } = await signedIn()
  const t = messagesOf(lang)
  return (
    <div className="stack">
      <div>
        <h1>{t.law.title}</h1>
        <p className="sec">{t.law.lead}</p>
      </div>
      <Rows
        title={t.law.clocks}
        scroll={t.list.scroll(t.law.clocks)}
        columns={clockColumns(t, lang)}
        rows={CLOCKS}
        rowKey={({ id, from }) => `${id} ${from}`}
      />
      <Rows
        title={t.law.tiers}
        scroll={t.list.scroll(t.law.tiers)}
        columns={tierColumns(t, lang)}
        rows={TIERS_OF_EMBEZZLEMENT}
        rowKey={({ id }) => id}
      />
      <Rows
        title={t.law.grades}
        scroll={t.list.scroll(t.law.grades)}
        columns={gradeColumns(t, lang)}
        rows={INCIDENT_GRADES}
        rowKey={({ id }) => id}
      />
      <Rows
        title={t.law.texts}
        scroll={t.list.scroll(t.law.texts)}
        columns={sourceColumns(t, lang)}
        rows={SOURCES}
        rowKey={({ id }) => id}
      />
    </div>
  )
}

type RowsProps<Row> = Readonly<{
  title: string
  scroll: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}>
const Rows = <Row,>({ title, scroll, ...table }: RowsProps<Row>) => (
  <Card title={title} flush>
    <DataTable caption={title} empty="" wide={{ label: scroll }} {...table} />
  </Card>
)

const clockColumns = (t: Messages, lang: Lang): readonly Column<ClockRow>[] => [
  { key: 'id', label: t.law.id, head: true, nowrap: true, cell: ({ id }) => <span id={id}>{id}</span> },
  { key: 'duty', label: t.law.duty, cell: ({ duty }) => say(duty, lang) },
  { key: 'who', label: t.law.who, card: t.law.who, cell: ({ owes }) => owes.map((kind) => t.unitKind[kind]).join(t.casePage.join) },
  { key: 'from', label: t.law.from, card: t.law.from, cell: ({ starts }) => say(starts, lang) },
  {
    key: 'length',
    label: t.law.length,
    card: t.law.length,
    nowrap: true,
    cell: (row) => lengthsOf(row, t, lang).map((line) => <div key={line}>{line}</div>),
  },
  { key: 'basis', label: t.law.basis, card: t.law.basis, cell: ({ citations }) => allOf(citations, lang) },
  { key: 'inForce', label: t.law.inForce, card: t.law.inForce, nowrap: true, cell: (row) => inForce(row, t, lang) },
  { key: 'checked', label: t.law.checked, card: t.law.checked, nowrap: true, cell: ({ tag }) => t.law[tag] },
]

const tierColumns = (t: Messages, lang: Lang): readonly Column<TierRow>[] => [
  { key: 'id', label: t.law.id, head: true, nowrap: true, cell: ({ id }) => <span id={id}>{id}</span> },
  { key: 'amount', label: t.law.amount, nowrap: true, cell: (row) => amountOf(row, t) },
  { key: 'circumstance', label: t.law.circumstance, card: t.law.circumstance, cell: ({ circumstance }) => t.law[circumstance] },
  { key: 'tier', label: t.law.tier, card: t.law.tier, cell: ({ tier }) => say(tier, lang) },
  { key: 'penalty', label: t.law.penalty, card: t.law.penalty, cell: ({ penalty }) => say(penalty, lang) },
  { key: 'basis', label: t.law.basis, card: t.law.basis, cell: ({ citations }) => allOf(citations, lang) },
  { key: 'inForce', label: t.law.inForce, card: t.law.inForce, nowrap: true, cell: (row) => inForce(row, t, lang) },
]

const gradeColumns = (t: Messages, lang: Lang): readonly Column<IncidentGrade>[] => [
  { key: 'grade', label: t.law.grade, head: true, nowrap: true, cell: (row) => say(row, lang) },
  { key: 'amount', label: t.law.amount, cell: (row) => (row.lessIfFiled ? t.law.lessIfFiled(amountOf(row, t)) : amountOf(row, t)) },
  { key: 'basis', label: t.law.basis, card: t.law.basis, cell: ({ citations }) => allOf(citations, lang) },
  { key: 'checked', label: t.law.checked, card: t.law.checked, nowrap: true, cell: ({ tag }) => t.law[tag] },
]

const sourceColumns = (t: Messages, lang: Lang): readonly Column<Source>[] => [
  { key: 'text', label: t.law.text, head: true, cell: (source) => say(source, lang) },
  { key: 'no', label: t.law.no, card: t.law.no, cell: ({ no }) => no },
  { key: 'inForce', label: t.law.inForce, card: t.law.inForce, nowrap: true, cell: (row) => inForce(row, t, lang) },
  { key: 'checked', label: t.law.checked, card: t.law.checked, nowrap: true, cell: ({ tag }) => t.law[tag] },
]

/** How long, and what may be added: 3 日; 至迟：10 日. */
function lengthsOf({ length, unit, extensions }: ClockRow, t: Messages, lang: Lang): readonly string[] {
  const more = extensions.map((one) =>
    one.length === null ? say(one.when, lang) : say(one.when, lang) + t.casePage.colon + lengthWords(one.length, one.unit, lang),
  )
  return [length === null ? t.clock.promptly : lengthWords(length, unit, lang), ...more]
}

/** A text and its later version bear one name: the article is said once. */
function allOf(citations: readonly Citation[], lang: Lang): string {
  const said = new Set(citations.map(lang === 'en' ? citeEn : citeZh))
  return [...said].join(lang === 'en' ? '; ' : '；')
}

function amountOf({ fromFen, belowFen }: Pick<TierRow, 'fromFen' | 'belowFen'>, { law }: Messages): string {
  if (belowFen === null) return law.over(formatFen(fromFen))
  return fromFen === 0 ? law.under(formatFen(belowFen)) : law.upTo(formatFen(fromFen), formatFen(belowFen))
}

function inForce({ from, to }: InForce, { law }: Messages, lang: Lang): string {
  if (from && to) return law.between(formatDay(from, lang), formatDay(to, lang))
  if (from) return law.since(formatDay(from, lang))
  return to ? law.until(formatDay(to, lang)) : law.unknown
}
