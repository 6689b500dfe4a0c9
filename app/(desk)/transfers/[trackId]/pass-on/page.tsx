import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { Select, TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { readForm } from '#lib/server/forms/forms'
import { listOfKind } from '#lib/usecases/directory'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { openOwnTransfer, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { dueOf } from '#app/(desk)/transfers/_track/limits'
import { passOnAction } from '../actions.ts'
import { JustSigned, openDeed } from '../_parts/deed-page.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.receiving.passOn, `pass-on:${(await params).trackId}`)
}

/** To the competent body of the same kind (T14). */
export default async function PassOnPage({ params, searchParams }: TransferProps) {
  const page = openDeed(await openOwnTransfer(params), 'PassOn')
  const { me, t, state, track, at } = page
  const name = `pass-on:${track.trackId}`
  const form = await readForm(me, name, { target: '', reason: '' })
  const said = sentencesOf(t, form.errors, { 'transfer.same-unit': 'target', 'transfer.wrong-kind': 'target' }, [
    'target',
    'reason',
    'password',
  ])
  const due = dueOf(page, 'pass-on')
  const bodies = (await listOfKind(me.read, track.to.kind, me.today)).filter(({ unitId }) => unitId !== track.to.unitId)
  return (
    <TransferFrame page={page} current={t.receiving.passOn}>
      <JustSigned page={page} query={await searchParams} next={t.receiving.thenPass} />
      <FormCard
        page={page}
        title={t.receiving.passOn}
        lead={due ? t.receiving.passBy(due) : t.receiving.passHintPromptly}
        form={form}
        said={said}
      >
        <div className="gap-after">
          <Banner kind="warn">
            <p>{t.receiving.passNote}</p>
          </Banner>
        </div>
        <Form key={form.key} action={passOnAction.bind(null, track.trackId)} formKey={me.newId()} draft={name}>
          <Select
            name="target"
            label={t.receiving.target}
            hint={t.receiving.targetHint}
            value={form.values.target}
            choose={t.form.choose}
            error={said.at('target')}
            options={bodies.map((body) => ({ value: body.unitId, label: body.name }))}
          />
          <TextArea name="reason" label={t.receiving.passReason} value={form.values.reason} error={said.at('reason')} rows={4} />
          <PasswordAgain me={me} t={t} caseId={state.caseId} act="PassOn" error={said.at('password')} />
          <Send t={t} label={t.receiving.passGo} back={at} draft savedAt={form.savedAt} />
        </Form>
      </FormCard>
    </TransferFrame>
  )
}
