import { caseStream } from '#lib/domain/stream'
import type { Metadata } from 'next'
import { Card } from '#app/_ui/card'
import { Tabs } from '#app/_ui/tabs'
import { Timeline } from '#app/_ui/timeline'
import { CasePage } from '../../_case/case-page.tsx'
import { KINDS, type Kind } from '#lib/views/events'
import { daysOf, isOfKind, readable } from '../../_case/entries.ts'
import { caseMetadata, openCasePage } from '../../_case/open.ts'
import { one, type CaseProps } from '../../_case/props.ts'

export const generateMetadata = ({ params }: CaseProps): Promise<Metadata> => caseMetadata(params, (t) => t.ctl.title)

export default async function TimelinePage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state } = page
  const wanted = one(await searchParams, 'show')
  const filter: Kind | undefined = KINDS.find((known) => known === wanted)
  const all = readable(page, await me.read.listEntries(caseStream(state.caseId), {}))
  const shown = filter ? all.filter((entry) => isOfKind(entry, filter)) : all
  const at = `/cases/${state.caseId}/timeline`
  const tabs = [
    { href: at, label: t.ctl.all, count: all.length, current: !filter },
    ...KINDS.map((kind) => ({
      href: `${at}?show=${kind}`,
      label: t.ctl[kind],
      count: all.filter((entry) => isOfKind(entry, kind)).length,
      current: kind === filter,
    })),
  ]
  return (
    <CasePage page={page} tab="timeline" compact>
      <div className="stack sub-page">
        <h1>{t.ctl.title}</h1>
        <Tabs label={t.ctl.filter} items={tabs} />
        <Card title={t.ctl.n(shown.length)}>
          {shown.length > 0 ? <Timeline days={daysOf(page, shown, all)} /> : <p className="sec">{t.ctl.empty}</p>}
        </Card>
      </div>
    </CasePage>
  )
}
