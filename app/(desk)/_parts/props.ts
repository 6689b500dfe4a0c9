/** What Next hands to a page of a case. */
export type Query = Readonly<Record<string, string | string[] | undefined>>
export type CaseProps = Readonly<{ params: Promise<{ caseId: string }>; searchParams: Promise<Query> }>

/** The last of what an address says for a name, or ''. */
export const one = (query: Query, name: string): string => {
  const value = query[name]
  return (typeof value === 'string' ? value : value?.at(-1)) ?? ''
}
