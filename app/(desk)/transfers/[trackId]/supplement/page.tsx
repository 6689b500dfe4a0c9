import type { Metadata } from 'next'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { readForm } from '#lib/server/forms/forms'
import { sentencesOf } from '#app/_form/sentences'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { openOwnTransfer, transferMetadata, type TransferPage, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { dueOf, limitOf } from '#app/(desk)/transfers/_track/limits'
import { askSupplementAction } from '../actions.ts'
import { JustSigned, openDeed } from '../_parts/deed-page.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.receiving.ask, `ask:${(await params).trackId}`)
}

/** What is missing, all at once, one thing a line (GA2020 art. 180¶2). */
export default async function AskSupplementPage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'AskSupplement')
  const { me, t, track, at } = page
  const name = `ask:${track.trackId}`
  const form = await readForm(me, name, { wanted: '' })
  const said = sentencesOf(t, form.errors, { 'transfer.nothing-wanted': 'wanted' })
  return (
    <TransferFrame page={page} current={t.receiving.ask}>
      <JustSigned page={page} query={await searchParams} next={t.receiving.thenAsk} />
      <FormCard page={page} title={t.receiving.ask} lead={leadOf(page)} form={form} said={said}>
        <Form key={form.key} action={askSupplementAction.bind(null, track.trackId)} formKey={me.newId()} draft={name}>
          <TextArea
            name="wanted"
            label={t.receiving.wanted}
            hint={t.receiving.wantedHint}
            value={form.values.wanted}
            error={said.at('wanted')}
            rows={8}
          />
          <Send t={t} label={t.receiving.askGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferFrame>
  )
}

function leadOf(page: TransferPage): string {
  const { t } = page
  const [due, supplied] = [dueOf(page, 'ask-supplement'), limitOf(page, 'supplement')]
  return [due ? t.receiving.askBy(due) : t.receiving.askHintPromptly, supplied && t.receiving.askNote(supplied), t.receiving.askRuns]
    .filter(Boolean)
    .join(page.me.lang === 'en' ? ' ' : '')
}
