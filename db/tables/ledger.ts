import type { NumberKind } from '#lib/domain/numbers'
import type { Stream } from '#lib/ledger/seal'
import type { Kit } from '../columns.ts'

/** Never updated, never deleted: triggers hold `event` (migrations/…_events_stay.sql). */
export const ledger = ({ table, key, text, integer }: Kit) => ({
  event: table(
    'event',
    {
      stream: text('stream').$type<Stream>(),
      streamId: text('stream_id'),
      seq: integer('seq'),
      payload: text('payload'),
      salt: text('salt'),
      leaf: text('leaf'),
      hash: text('hash'),
    },
    (t) => [key({ name: 'event_key', columns: [t.stream, t.streamId, t.seq] })],
  ),
  number: table(
    'number',
    { unitId: text('unit_id'), kind: text('kind').$type<NumberKind>(), year: integer('year'), serial: integer('serial') },
    (t) => [key({ name: 'number_key', columns: [t.unitId, t.kind, t.year, t.serial] })],
  ),
  once: table(
    'once',
    {
      personId: text('person_id'),
      formKey: text('form_key'),
      stream: text('stream').$type<Stream>(),
      streamId: text('stream_id'),
      seq: integer('seq'),
      deed: text('deed').default(''), // came later: '' matches anything
    },
    (t) => [key({ name: 'once_key', columns: [t.personId, t.formKey] })],
  ),
})
