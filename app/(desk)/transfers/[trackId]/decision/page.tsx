import type { Metadata } from 'next'
import { NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { DecisionInput } from '#lib/schemas/transfer'
import { readForm } from '#lib/server/forms/forms'
import { hasExamined } from '#lib/usecases/read-case'
import { one } from '#app/(desk)/_parts/props'
import { openOwnTransfer, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { openDeed } from '../_parts/deed-page.tsx'
import { Files } from '../_parts/files.tsx'
import { LetterCard } from '../_parts/letter-card.tsx'
import { NextStepCard } from '../_parts/next-step-card.tsx'
import { OpinionCard } from '../_parts/opinion-card.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Preview } from './preview.tsx'

const BLANK = { outcome: '', decisionNo: '', decidedOn: '', charge: '', reasons: '' }

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.filing.title, `decision:${(await params).trackId}`)
}

/** To file or not to file, beside the letter, the files and the opinion; seen whole before it is sent, since it cannot be undone (found B5). */
export default async function DecisionPage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'FileCase')
  const { me, t, state, track } = page
  if (await hasExamined(me.read, state, me.person.personId))
    return (
      <TransferFrame page={page} current={t.filing.title} nextStep={<NextStepCard page={page} bare />}>
        <Card title={t.filing.title}>
          <NotNow reason={t.refusal['decision.took-part']({})}>{t.receiving.decideGo}</NotNow>
        </Card>
      </TransferFrame>
    )
  const form = await readForm(me, `decision:${track.trackId}`, BLANK)
  const whole = DecisionInput(me.today).safeParse({ ...form.values, formKey: me.newId(), password: '' })
  const isSeen = one(await searchParams, 'step') === 'confirm' && whole.success
  return (
    <TransferFrame page={page} current={t.filing.title} nextStep={<NextStepCard page={page} bare />}>
      <div className="split decision">
        <div className="stack">
          <OpinionCard page={page} />
          <LetterCard page={page} />
          <Files page={page} wantsCheck={false} />
        </div>
        {isSeen ? <Preview page={page} form={form} input={whole.data} /> : <DecisionForm page={page} form={form} />}
      </div>
    </TransferFrame>
  )
}
