/** Grades of a fund incident, 要情, by its amount (docs/handbook.md §3.3 CL41). When it is reported is clock CL41. */
import type { Fen } from '../money.ts'
import type { Citation } from './citation.ts'
import type { Tag, Words } from './row.ts'

/** From is included, to is not. `lessIfFiled`: a smaller sum too, where a case was filed. */
export type IncidentGrade = Words &
  Readonly<{ id: string; fromFen: Fen; belowFen: Fen | null; lessIfFiled: boolean; citations: readonly Citation[]; tag: Tag }>

const YQ2020: readonly Citation[] = [{ source: 'YQ2020', article: '' }]
export const INCIDENT_GRADES = [
  {
    id: 'ordinary',
    zh: '普通要情',
    en: 'Ordinary incident',
    fromFen: 1_000_000,
    belowFen: 50_000_000,
    lessIfFiled: true,
    citations: YQ2020,
    tag: 'S',
  },
  {
    id: 'major',
    zh: '重大要情',
    en: 'Major incident',
    fromFen: 50_000_000,
    belowFen: null,
    lessIfFiled: false,
    citations: YQ2020,
    tag: 'S',
  },
] as const satisfies readonly IncidentGrade[]
