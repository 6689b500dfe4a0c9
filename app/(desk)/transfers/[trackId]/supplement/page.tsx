import type { Metadata } from 'next'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { readForm } from '#lib/server/forms'
import { sentencesOf } from '../../../../_form/sentences.ts'
import { FormCard, Send } from '../../../cases/_case/form-card.tsx'
import { openOwnTransfer, transferMetadata, type TransferPageData, type TransferProps } from '../../_track/open.ts'
import { dueOf, limitOf } from '../../_track/limits.ts'
import { askSupplementAction } from '../actions.ts'
import { JustSigned, openDeed } from '../_parts/deed-page.tsx'
import { TransferPage } from '../_parts/transfer-page.tsx'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.recv.ask, `ask:${(await params).trackId}`)
}

/** What is missing, all at once, one thing a line (GA2020 art. 180¶2). */
export default async function AskSupplementPage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'AskSupplement')
  const { me, t, track, at } = page
  const name = `ask:${track.trackId}`
  const form = await readForm(me, name, { wanted: '' })
  const said = sentencesOf(t, form.errors, { 'transfer.nothing-wanted': 'wanted' })
  return (
    <TransferPage page={page} here={t.recv.ask}>
      <JustSigned page={page} query={await searchParams} next={t.recv.thenAsk} />
      <FormCard page={page} title={t.recv.ask} lead={leadOf(page)} form={form} said={said}>
        <Form key={form.key} action={askSupplementAction.bind(null, track.trackId)} formKey={me.newId()} draft={name}>
          <TextArea
            name="wanted"
            label={t.recv.wanted}
            hint={t.recv.wantedHint}
            value={form.values.wanted}
            error={said.at('wanted')}
            rows={8}
          />
          <Send t={t} label={t.recv.askGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferPage>
  )
}

function leadOf(page: TransferPageData): string {
  const { t } = page
  const [due, supplied] = [dueOf(page, 'ask-supplement'), limitOf(page, 'supplement')]
  return [due ? t.recv.askBy(due) : t.recv.askHintPromptly, supplied && t.recv.askNote(supplied), t.recv.askRuns]
    .filter(Boolean)
    .join(page.me.lang === 'en' ? ' ' : '')
}
