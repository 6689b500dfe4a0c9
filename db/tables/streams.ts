import type { Stream } from '#lib/domain/stream'
import type { Duty, Entry, Notice } from '#lib/views/rows'
import type { Kit } from '../columns.ts'

/** What every stream may have: what was done, what is owed, what was told. */
export const streams = ({ table, key, index, text, integer }: Kit) => {
  const streamKey = { stream: text('stream').$type<Stream>().default('case'), streamId: text('stream_id').default('') } // came later
  return {
    entry: table(
      'entry',
      {
        caseId: text('case_id'),
        seq: integer('seq'),
        trackId: text('track_id'),
        type: text('type').$type<Entry['type']>(),
        happenedAt: text('happened_at'),
        recordedAt: text('recorded_at'),
        personId: text('person_id'),
        unitId: text('unit_id'),
        post: text('post'),
        onPaper: text('on_paper'),
        detail: text('detail'),
        ...streamKey,
      },
      (t) => [
        key({ name: 'entry_key', columns: [t.stream, t.streamId, t.seq] }),
        index('entry_person').on(t.personId, t.recordedAt),
        index('entry_track').on(t.trackId, t.type),
      ],
    ),
    duty: table(
      'duty',
      {
        dutyId: text('duty_id'),
        caseId: text('case_id'),
        trackId: text('track_id'),
        code: text('code').$type<Duty['code']>(),
        clock: text('clock').$type<Duty['clock']>(),
        unitId: text('unit_id'),
        post: text('post').$type<Duty['post']>(),
        personIds: text('person_ids'),
        toUnitId: text('to_unit_id'),
        startedAt: text('started_at'),
        dueStrictAt: text('due_strict_at'),
        dueTolerantAt: text('due_tolerant_at'),
        dueAt: text('due_at'),
        sortAt: text('sort_at'),
        bureauId: text('bureau_id').default(''), // these five came later: migrations/*/0004 fills them
        superiorId: text('superior_id').default(''),
        decidingUnitId: text('deciding_unit_id').default(''),
        division: text('division').default(''),
        copiedId: text('copied_id').default(''),
        ...streamKey,
      },
      (t) => [
        key({ name: 'duty_key', columns: [t.dutyId] }),
        // A count reads nothing else.
        index('duty_seat').on(
          t.unitId,
          t.post,
          t.sortAt,
          t.dutyId,
          t.clock,
          t.personIds,
          t.caseId,
          t.trackId,
          t.bureauId,
          t.decidingUnitId,
        ),
        // What others owe, in the list's order, for each way in which it is somebody's to see (read/duties.ts).
        index('duty_bureau').on(t.bureauId, t.sortAt, t.dutyId, t.clock, t.unitId, t.caseId),
        index('duty_superior').on(t.superiorId, t.sortAt, t.dutyId, t.clock, t.unitId, t.caseId),
        index('duty_division').on(t.division, t.sortAt, t.dutyId, t.clock, t.unitId, t.caseId),
        index('duty_recipient').on(t.toUnitId, t.sortAt, t.dutyId, t.clock, t.unitId, t.trackId),
        index('duty_copied').on(t.copiedId, t.sortAt, t.dutyId, t.clock, t.unitId, t.trackId),
        index('duty_stream').on(t.streamId, t.stream),
        index('duty_track').on(t.trackId),
      ],
    ),
    notice: table(
      'notice',
      {
        noticeId: text('notice_id'),
        caseId: text('case_id'),
        trackId: text('track_id'),
        seq: integer('seq'),
        at: text('at'),
        code: text('code').$type<Notice['code']>(),
        about: text('about'),
        unitId: text('unit_id'),
        post: text('post'),
        personId: text('person_id'),
        ...streamKey,
      },
      (t) => [
        key({ name: 'notice_key', columns: [t.noticeId] }),
        index('notice_person').on(t.personId, t.at, t.noticeId),
        index('notice_seat').on(t.unitId, t.post, t.at, t.noticeId),
        index('notice_stream').on(t.streamId, t.stream), // `verify` holds them against their stream
      ],
    ),
  }
}
