import { caseStream } from '#lib/domain/stream'
import type { Metadata } from 'next'
import { Card } from '#app/_ui/card'
import { Tabs } from '#app/_ui/tabs'
import { Timeline } from '#app/_ui/timeline'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { KINDS, type Kind } from '#lib/views/event-row'
import { daysOf, isOfKind, readable } from '#app/(desk)/cases/_case/entries'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import { one, type CaseProps } from '#app/(desk)/_parts/props'

export const generateMetadata = ({ params }: CaseProps): Promise<Metadata> => caseMetadata(params, (t) => t.caseTimeline.title)

export default async function TimelinePage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state } = page
  const wanted = one(await searchParams, 'show')
  const filter: Kind | undefined = KINDS.find((known) => known === wanted)
  const all = readable(page, await me.read.listEntries(caseStream(state.caseId), {}))
  const shown = filter ? all.filter((entry) => isOfKind(entry, filter)) : all
  const at = `/cases/${state.caseId}/timeline`
  const tabs = [
    { href: at, label: t.caseTimeline.all, count: all.length, current: !filter },
    ...KINDS.map((kind) => ({
      href: `${at}?show=${kind}`,
      label: t.caseTimeline[kind],
      count: all.filter((entry) => isOfKind(entry, kind)).length,
      current: kind === filter,
    })),
  ]
  return (
    <CaseFrame page={page} tab="timeline" compact>
      <div className="stack sub-page">
        <h1>{t.caseTimeline.title}</h1>
        <Tabs label={t.caseTimeline.filter} items={tabs} />
        <Card title={t.caseTimeline.n(shown.length)}>
          {shown.length > 0 ? <Timeline days={daysOf(page, shown, all)} /> : <p className="sec">{t.caseTimeline.empty}</p>}
        </Card>
      </div>
    </CaseFrame>
  )
}
