import { deed, duty, sentCase, trackRow } from '#lib/ports/samples'

/** What takes a database back to before a migration, as an older version left it. */
export const COLUMNS_OF_0004 = ['bureau_id', 'superior_id', 'deciding_unit_id', 'division', 'copied_id']
const INDEXES = ['duty_seat', 'duty_bureau', 'duty_superior', 'duty_division', 'duty_recipient', 'duty_copied']
const OF_0005 = [
  'drop table link_code',
  'alter table once drop column deed',
  'alter table session drop column ended_why',
  'alter table one_time_link drop column needs_code',
]
const OF_0006 = ['drop table job', 'drop table fact']
const OF_0007 = ['drop index notice_case', 'alter table session drop column mac']
const OF_0009 = [
  'case_row_superior_last',
  'case_row_superior_amount',
  'case_row_deciding_last',
  'case_row_undecided',
  'case_row_division_last',
  'track_row_recipient',
  'track_row_copied',
]
  .map((name) => `drop index ${name}`)
  .concat('create index case_row_deciding on case_row (deciding_unit_id, bureau_id)')
const OF_0011 = ['drop table word', 'create index duty_case on duty (case_id)']
/** What SQLite's index of words is made of; a table takes its triggers along. */
const IN_FILE = ['word_rowid', 'word_open', 'word_named'].map((name) => `drop table if exists ${name}`)
/** `text`: as the engine says it. */
const of0010 = (text: string): readonly string[] => [
  'drop index notice_stream',
  'create index notice_case on notice (case_id)',
  'drop index duty_stream',
  ...['notice', 'duty'].flatMap((table) => ['stream', 'stream_id'].map((name) => `alter table ${table} drop column ${name}`)),
  'alter table track_row drop column arrived_at',
  'alter table track_row drop column former_files',
  `alter table track_row add column sheet ${text} not null default '{}'`,
  'create table entry_was as select * from entry',
  'drop table entry',
  `create table entry (case_id ${text} not null, seq integer not null, ${TEXTS.map((name) => `${name} ${text} not null`).join()}, constraint entry_key primary key (case_id, seq))`,
  `insert into entry select case_id, seq, ${TEXTS.join()} from entry_was`,
  'drop table entry_was',
  'create index entry_person on entry (person_id, recorded_at)',
  'create index entry_track on entry (track_id, type)',
]
const TEXTS = ['track_id', 'type', 'happened_at', 'recorded_at', 'person_id', 'unit_id', 'post', 'on_paper', 'detail']
/** By where an engine keeps its list of migrations. */
const textOf = (migrations: string): string => (migrations.startsWith('drizzle.') ? 'text collate "C"' : 'text')
const OF_0008 = ['drop table opened', 'drop index case_row_no', 'drop index track_row_no']
const first = (known: number, migrations: string): string =>
  `delete from ${migrations} where created_at not in (select created_at from ${migrations} order by created_at limit ${known})`
const since0007 = (migrations: string): readonly string[] => [
  ...OF_0011,
  ...IN_FILE,
  ...of0010(textOf(migrations)),
  ...OF_0009,
  ...OF_0008,
  ...OF_0007,
]
export const toBefore0007 = (migrations: string): readonly string[] => [...since0007(migrations), first(7, migrations)]
export const toBefore0004 = (migrations: string): readonly string[] => [
  ...since0007(migrations),
  ...OF_0006,
  ...OF_0005,
  ...INDEXES.map((name) => `drop index ${name}`),
  ...COLUMNS_OF_0004.map((name) => `alter table duty drop column ${name}`),
  'create index case_row_scope on case_row (case_id)',
  'create index duty_seat on duty (unit_id)',
  first(4, migrations),
]

/** A case of a superior, with a copy: every column of 0004 has something to say. */
export const copiedDuty = (caseId: string) => {
  const trackId = `${caseId}-g`
  const rows = { ...sentCase(caseId), tracks: [trackRow(trackId, caseId, { copiedId: 'court' })] }
  return deed(caseId, { rows, duties: [duty('sign', caseId, { trackId, copiedId: 'court' }), duty('decide', caseId)] })
}
