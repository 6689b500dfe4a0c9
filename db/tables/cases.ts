import type { CaseRow, CaseTie, TrackRow, TrackTie } from '#lib/views/rows'
import type { Kit } from '../columns.ts'

/** `sheet` stands last: a list that does not ask for it never reads the pages it overflows to. */
export const cases = ({ table, key, index, text, integer, fen }: Kit) => ({
  caseRow: table(
    'case_row',
    {
      caseId: text('case_id'),
      caseNo: text('case_no'),
      title: text('title'),
      bureauId: text('bureau_id'),
      superiorId: text('superior_id'),
      decidingUnitId: text('deciding_unit_id'),
      division: text('division'),
      funds: text('funds'),
      charges: text('charges'),
      phase: text('phase').$type<CaseRow['phase']>(),
      amountFen: fen('amount_fen'),
      foundOn: text('found_on'),
      registeredAt: text('registered_at'),
      isEnded: integer('is_ended'),
      itemCount: integer('item_count'),
      lastSeq: integer('last_seq'),
      lastAt: text('last_at'),
      sheet: text('sheet'),
    },
    (t) => [
      key({ name: 'case_row_key', columns: [t.caseId] }),
      index('case_row_no').on(t.caseNo),
      index('case_row_bureau').on(t.bureauId, t.registeredAt, t.caseId),
      index('case_row_last').on(t.bureauId, t.lastAt, t.caseId), // the list's own order
      index('case_row_amount').on(t.bureauId, t.amountFen, t.caseId),
      index('case_row_superior').on(t.superiorId, t.registeredAt, t.caseId),
      index('case_row_superior_last').on(t.superiorId, t.lastAt, t.caseId),
      index('case_row_superior_amount').on(t.superiorId, t.amountFen, t.caseId),
      index('case_row_deciding_last').on(t.decidingUnitId, t.lastAt, t.caseId),
      index('case_row_undecided').on(t.bureauId, t.decidingUnitId, t.lastAt, t.caseId), // half of all rows have '' in the second
      index('case_row_division').on(t.division, t.registeredAt, t.caseId),
      index('case_row_division_last').on(t.division, t.lastAt, t.caseId),
    ],
  ),
  trackRow: table(
    'track_row',
    {
      trackId: text('track_id'),
      caseId: text('case_id'),
      bureauId: text('bureau_id'),
      recipientId: text('recipient_id'),
      copiedId: text('copied_id'),
      handlerId: text('handler_id'),
      phase: text('phase').$type<TrackRow['phase']>(),
      title: text('title'),
      caseNo: text('case_no'),
      letterNo: text('letter_no'),
      funds: text('funds'),
      amountFen: fen('amount_fen'),
      fileCount: integer('file_count'),
      sentAt: text('sent_at'),
      receivedAt: text('received_at'),
      decidedAt: text('decided_at'),
      signedForAt: text('signed_for_at'),
      isEnded: integer('is_ended'),
      seq: integer('seq'),
      arrivedAt: text('arrived_at').default(''), // these two came later, with a number of rows of their own
      formerFiles: text('former_files').default('{}'),
    },
    (t) => [
      key({ name: 'track_row_key', columns: [t.trackId] }),
      index('track_row_case').on(t.caseId),
      index('track_row_no').on(t.letterNo),
      index('track_row_silent').on(t.signedForAt, t.phase),
      // What came to a body, in the list's order; a count reads nothing else.
      index('track_row_recipient').on(t.recipientId, t.phase, t.sentAt, t.trackId, t.handlerId, t.bureauId, t.caseId),
      index('track_row_copied').on(t.copiedId, t.sentAt, t.trackId, t.phase, t.caseId),
    ],
  ),
  caseTie: table('case_tie', { caseId: text('case_id'), personId: text('person_id'), tie: text('tie').$type<CaseTie['tie']>() }, (t) => [
    key({ name: 'case_tie_key', columns: [t.caseId, t.personId, t.tie] }),
    index('case_tie_person').on(t.personId, t.tie, t.caseId),
  ]),
  trackTie: table(
    'track_tie',
    { trackId: text('track_id'), caseId: text('case_id'), unitId: text('unit_id'), tie: text('tie').$type<TrackTie['tie']>() },
    (t) => [
      key({ name: 'track_tie_key', columns: [t.trackId, t.unitId, t.tie] }),
      index('track_tie_unit').on(t.unitId, t.tie, t.trackId),
      index('track_tie_case').on(t.caseId),
    ],
  ),
  /** Found by an index of its engine's own (0011_words): FTS5, or `tsvector`. */
  word: table('word', { ref: text('ref'), caseId: text('case_id'), open: text('open'), named: text('named') }, (t) => [
    key({ name: 'word_key', columns: [t.ref] }),
    index('word_case').on(t.caseId),
  ]),
  evidence: table(
    'evidence',
    {
      caseId: text('case_id'),
      itemId: text('item_id'),
      seq: integer('seq'),
      folder: text('folder'),
      kind: text('kind'),
      name: text('name'),
      source: text('source'),
      collectedBy: text('collected_by'),
      collectedOn: text('collected_on'),
      size: fen('size'), // bytes: a film is larger than PostgreSQL's `integer`
      sha256: text('sha256'),
      sm3: text('sm3'),
      blobId: text('blob_id'),
      addedBy: text('added_by'),
      addedAt: text('added_at'),
      voidedAt: text('voided_at'),
      voidReason: text('void_reason'),
      voidedBy: text('voided_by'),
    },
    (t) => [key({ name: 'evidence_key', columns: [t.caseId, t.itemId] })],
  ),
})
