/**
 * Who may do what in the office, said a second time and by hand, from the words: the separation of three administrators (GB/T 22239-2019
 * 8.1.5; the handbook, docs/handbook.md §2.2) and what was found (J4, J13). It knows nothing of policy.ts and is never derived from it; policy.test.ts
 * compares the two, and hostile tests take their expectation from here. All of them sit in the platform, and nobody else is one of them.
 */
type Who = 'system-admin' | 'security-admin' | 'audit-admin' | 'clock'
type Said = Readonly<{ who: readonly Who[]; words: string }>

export const SECOND_OFFICE: Readonly<Record<string, Said>> = {
  FoundOffice: { who: ['clock'], words: 'who starts the machine lets the founders in' },
  RegisterUnit: { who: ['system-admin'], words: 'R17 keeps units and people' },
  RenameUnit: { who: ['system-admin'], words: 'R17' },
  RecordUnit: { who: ['system-admin'], words: 'R17' },
  RegisterPerson: { who: ['system-admin'], words: 'R17' },
  RenamePerson: { who: ['system-admin'], words: 'R17' },
  RecordLeaving: { who: ['system-admin'], words: 'R17' },
  RecordDirectory: { who: ['system-admin'], words: 'R17; D25' },
  IssueLink: {
    who: ['system-admin', 'clock'],
    words: 'J4: one half is the system administrator’s; the founders’ links come from the machine',
  },
  IssueCode: { who: ['security-admin'], words: 'J4: the other half' },
  SetPassword: { who: ['clock'], words: 'J4: an event, by nobody whom the portal could vouch for' },
  CountCredentials: { who: ['clock'], words: 'J7: the machine counts at an upgrade what it finds; nobody vouches for it' },
  GrantPost: { who: ['security-admin'], words: 'R18 grants rights' },
  ProposePost: { who: ['security-admin'], words: 'J4: proposed by one security administrator' },
  ConfirmPost: {
    who: ['system-admin', 'security-admin', 'audit-admin'],
    words: 'J4: by another, by a system or else the audit administrator',
  },
  DeclinePost: { who: ['system-admin', 'security-admin', 'audit-admin'], words: 'J4: as confirming' },
  EndPost: { who: ['security-admin'], words: 'R18' },
  ReadOffice: { who: ['system-admin', 'security-admin', 'audit-admin'], words: 'each sees what the other two do' },
  ReadAccessLog: { who: ['audit-admin'], words: 'J13: the audit administrator searches it; R19, and nobody who is watched by it' },
}
export const maySecondly = (post: string, unitKind: string, action: string): boolean =>
  unitKind === 'platform' && (SECOND_OFFICE[action]?.who.some((who) => who === post) ?? false)
