/** Entries of a case as a timeline shows them: files of one go together, inner opinions only for those who may read them, corrections by name. */
import type { TimelineDay, TimelineEntry } from '#app/_ui/timeline'
import { volumeOf } from '#lib/domain/law/dossier'
import { dayOf, formatDayWithWeekday, formatInstant, formatTime } from '#lib/i18n/dates'
import { describeEntry } from '#lib/i18n/timeline'
import type { Kind } from '#lib/views/event-row'
import { rowOf, type DetailOf } from '#lib/views/events'
import type { Entry } from '#lib/views/rows'
import { partOf } from '#app/(desk)/_parts/links'
import type { CasePage } from './open.ts'

type Group = Readonly<{ entry: Entry; n: number }>

/** What of a case's entries this reader may count; what a body writes for itself is nobody's else: how much there is in the inner volume is of the inner volume. */
export const readable = ({ state, may }: CasePage, entries: readonly Entry[]): Entry[] =>
  entries.filter(
    (entry) =>
      rowOf(entry.type).isBodys !== true &&
      (rowOf(entry.type).inner !== 'by-folder' || !isInner(state, entry) || may('ReadInner').is === 'yes'),
  )

/** Files that one person added on one day, one after the other, are one line. Newest first. */
export function grouped(entries: readonly Entry[]): Group[] {
  // By when it happened: what is recorded from paper comes later in the book than in life.
  const byTime = entries.toSorted((a, b) => (a.happenedAt === b.happenedAt ? b.seq - a.seq : a.happenedAt < b.happenedAt ? 1 : -1))
  const groups: { entry: Entry; n: number }[] = []
  for (const entry of byTime) {
    const last = groups.at(-1)
    const joins =
      last &&
      entry.type === 'EvidenceAdded' &&
      last.entry.type === 'EvidenceAdded' &&
      entry.personId === last.entry.personId &&
      dayOf(entry.happenedAt) === dayOf(last.entry.happenedAt)
    if (joins) last.n += 1
    else groups.push({ entry, n: 1 })
  }
  return groups
}

/** `all`: every entry of the case, to name what one corrects. `when`: the day stands above, or in the line. */
export function shownEntry(page: CasePage, { entry, n }: Group, all: readonly Entry[], when: 'time' | 'instant'): TimelineEntry {
  const { me, t, names, may, state } = page
  const { title, detail, quote, important, corrects, about, paper } = describeEntry(t, entry, names, me.lang)
  const mayQuote = !isInner(state, entry) || may('ReadInner').is === 'yes'
  const other = (seq: number) => all.find((one) => one.seq === seq)
  const [corrected, disputed] = [other(corrects), other(about)]
  const called = (one: Entry): [string, string] => [describeEntry(t, one, names, me.lang).title, formatInstant(one.happenedAt, me.lang)]
  const isLate = dayOf(entry.recordedAt) !== dayOf(entry.happenedAt)
  const notes = [
    n > 1 ? t.cover.filesAdded(n) : mayQuote ? detail : undefined,
    bodyOf(page, entry),
    fileOf(page, entry),
    entry.type === 'SubjectStruck' && corrected ? describeEntry(t, corrected, names, me.lang).detail : undefined,
    corrected && t.timeline.corrects(...called(corrected)),
    disputed && t.timeline.disputes(...called(disputed)),
    paper
      ? t.timeline.fromPaper(names.person(entry.personId), paper.paperNo, formatInstant(entry.recordedAt, me.lang))
      : isLate
        ? t.caseTimeline.recordedAt(formatInstant(entry.recordedAt, me.lang))
        : undefined,
  ].filter((note) => note !== undefined)
  const body = state.tracks[entry.trackId]?.to
  return {
    key: String(entry.seq),
    title,
    by: paper ? t.timeline.by(paper.actedBy, body ? names.of(body) : '') : actorOf(page, entry),
    time: when === 'time' ? formatTime(entry.happenedAt) : formatInstant(entry.happenedAt, me.lang),
    instant: entry.happenedAt,
    detail: notes.length > 0 ? notes.join(me.lang === 'en' ? '. ' : '。') : undefined,
    quote: mayQuote ? quote : undefined,
    href: partOf(state.caseId, rowOf(entry.type).section),
    important: important ?? false, // safe: the types of lib/views/timeline.ts
  }
}

/** What is said of it is for the inner volume's readers: an opinion, or an item of that volume. */
function isInner({ evidence }: CasePage['state'], { type, detail }: Entry): boolean {
  const { inner } = rowOf(type)
  if (inner !== 'by-folder') return inner === true
  const { folder, itemId = '' }: { folder?: string; itemId?: string } = JSON.parse(detail) // safe: written by lib/views/timeline.ts
  return volumeOf(folder ?? evidence[itemId]?.folder ?? '') === 'inner'
}

/** One's own people by their names; others with their body. */
const actorOf = ({ t, names, state }: CasePage, { personId, unitId }: Entry): string =>
  unitId === state.bureau.unitId ? names.person(personId) : t.timeline.by(names.person(personId), names.unit(unitId))

/** Which stored file it is about: an item by its name, or that it is a paper. */
function fileOf({ state, t }: CasePage, { type, detail }: Entry): string | undefined {
  if (type !== 'FileFaultFound' && type !== 'FileFoundWhole') return undefined
  const { itemId }: DetailOf<typeof type> = JSON.parse(detail) // safe: written by the event's own row
  return itemId ? state.evidence[itemId]?.name : t.evidence.aPaper
}

/** With several tracks, on which of them. */
function bodyOf({ state, names }: CasePage, { trackId, unitId, type }: Entry): string | undefined {
  if (type === 'TransferSent' || type === 'TransferPassedOn') return undefined // these say so themselves
  const to = trackId && Object.keys(state.tracks).length > 1 ? state.tracks[trackId]?.to : undefined
  return to && to.unitId !== unitId ? names.of(to) : undefined
}

export function daysOf(page: CasePage, shown: readonly Entry[], all: readonly Entry[]): TimelineDay[] {
  const { lang } = page.me
  const days = new Map<string, TimelineEntry[]>()
  for (const group of grouped(shown)) {
    const day = dayOf(group.entry.happenedAt)
    days.set(day, [...(days.get(day) ?? []), shownEntry(page, group, all, 'time')])
  }
  return [...days].map(([day, entries]) => ({ key: day, label: formatDayWithWeekday(day, lang), entries }))
}

export const isOfKind = ({ type }: Entry, kind: Kind): boolean => rowOf(type).kinds.includes(kind)
