import { Banner } from '#app/_ui/banner'
import { LinkButton } from '#app/_ui/button'
import { FileField } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import type { DecisionInput } from '#lib/schemas/transfer'
import { formatDay } from '#lib/i18n/dates'
import { chargeWord } from '#lib/i18n/law'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { trackStatus } from '#app/(desk)/_parts/status'
import { FormCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { limitOf } from '#app/(desk)/transfers/_track/limits'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'
import { saidOf, type Typed } from './decision-form.tsx'

/** The decision as the sender will read it, then its paper, the password and the button. */
export function Preview({ page, form, input }: { page: TransferPage; form: Typed; input: DecisionInput }) {
  const { me, t, state, track, names, at } = page
  const said = saidOf(page, form)
  const { outcome, decisionNo, decidedOn, charge, reasons } = input
  const status = trackStatus(t, outcome === 'file' ? 'filed' : 'not-filed')
  const [limit, then] =
    outcome === 'file'
      ? ([limitOf(page, 'hand-over'), t.filing.fileNote] as const)
      : ([limitOf(page, 'reconsider'), t.filing.noFileNote] as const)
  return (
    <FormCard page={page} title={t.receiving.preview} form={{ ...form, savedAt: '', restored: false }} said={said}>
      <div className="gap-after">
        <Banner kind="warn">
          <p>{t.receiving.previewNote(names.of(track.snapshot.from))}</p>
        </Banner>
      </div>
      <SummaryList
        items={[
          { key: 'outcome', label: t.receiving.outcome, value: <Tag kind={status.kind}>{status.word}</Tag> },
          { key: 'no', label: t.filing.docNo, value: decisionNo },
          { key: 'on', label: t.filing.docDate, value: formatDay(decidedOn, me.lang) },
          ...(charge ? [{ key: 'charge', label: t.receiving.charge, value: chargeWord(charge, me.lang) }] : []),
          ...(reasons
            ? [{ key: 'reasons', label: t.filing.reason, value: <blockquote className="quote lines">{reasons}</blockquote> }]
            : []),
        ]}
      />
      {limit !== null && <p className="hint gap-after">{then(limit)}</p>}
      <Form
        key={form.key}
        action={`/api/transfers/${track.trackId}/decision`}
        formKey={me.newId()}
        hidden={{ outcome, decisionNo, decidedOn, charge, reasons, step: 'confirm' }}
        files
      >
        <PasswordAgain me={me} t={t} caseId={state.caseId} act="FileCase" error={said.at('password')} />
        <FileField name="document" label={t.receiving.document} hint={t.receiving.documentHint} error={said.at('document')} />
        <Send t={t} label={t.receiving.decideGo} back={at}>
          <LinkButton href={`${at}/decision`}>{t.receiving.previewBack}</LinkButton>
        </Send>
      </Form>
    </FormCard>
  )
}
