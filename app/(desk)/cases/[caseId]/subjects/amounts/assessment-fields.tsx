/** Per subject: the charge, the circumstances, what the table suggests, and what a person makes of it (D8). */
import { Banner } from '#app/_ui/banner'
import { CheckboxGroup, Fieldset, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { CHARGES } from '#lib/domain/law/charges'
import { CIRCUMSTANCES, circumstancesOf } from '#lib/domain/law/circumstances'
import type { OpenCase } from '#lib/domain/case/state'
import { groupsOf } from '#lib/schemas/groups'
import { say } from '#lib/i18n/law'
import { suggestedId, tierOf } from '#lib/usecases/suggest'
import type { Values } from '#lib/server/forms/forms'
import type { Sentences } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { listOf, textOf, type Row } from '#app/(desk)/cases/_case/rows-form'
import { tierWords } from '#app/(desk)/cases/_case/tiers'

/** What was kept for the subject, else what is saved, else nothing yet. */
export function assessmentRow(kept: Values | null, { assessments }: OpenCase, subjectId: string): Row {
  const typed = kept && groupsOf(kept, 'assessment').find(({ values }) => values['subjectId'] === subjectId)
  const saved = assessments.find((assessment) => assessment.subjectId === subjectId)
  return {
    subjectId,
    charge: '',
    circumstances: [],
    suggested: '',
    confirmed: 'open',
    tier: '',
    note: '',
    ...saved,
    ...(typed && { circumstances: [], ...typed.values }),
  }
}

export function AssessmentFields({ page, index, values, said }: { page: CasePage; index: number; values: Row; said: Sentences }) {
  const { me, t, state } = page
  const subjectId = textOf(values['subjectId'])
  const charge = textOf(values['charge'])
  const circumstances = listOf(values['circumstances'])
  const suggestion = charge === '' ? null : tierOf(state, subjectId, charge, circumstances)
  const words = suggestion && tierWords(state, { subjectId, charge, circumstances }, t, me.lang, me.now)
  const suggested = suggestedId(suggestion)
  // Until a charge is chosen those of 贪污; what was ticked stays to be unticked.
  const ofCharge = circumstancesOf(charge || 'embezzlement')
  const offered = CIRCUMSTANCES.filter((row) => ofCharge.includes(row) || circumstances.includes(row.id))
  const at = (name: string) => ({ name: `assessment.${index}.${name}`, error: said.at(`assessment.${index}.${name}`) })
  return (
    <Fieldset legend={t.amounts.assessment(state.subjects[subjectId]?.name ?? '')}>
      <Select
        {...at('charge')}
        label={t.amounts.charge}
        value={charge}
        options={CHARGES.map((row) => ({ value: row.id, label: say(row, me.lang) }))}
        choose={t.form.choose}
      />
      {offered.length > 0 && (
        <CheckboxGroup
          {...at('circumstances')}
          label={t.amounts.circumstances}
          hint={t.amounts.circumstancesHint}
          optional={t.form.optional}
          values={circumstances}
          options={offered.map((row) => ({ value: row.id, label: say(row, me.lang), hint: t.amounts.proof(say(row.proof, me.lang)) }))}
        />
      )}
      {words ? (
        <>
          <Banner
            title={
              <>
                {t.amounts.suggestion}
                {t.casePage.colon}
                {words.head} {words.reaches}
              </>
            }
          >
            {words.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="sec">
              {t.subjects.tiersNote}
              {t.amounts.changed}
            </p>
          </Banner>
          <RadioGroup
            {...at('confirmed')}
            label={t.amounts.confirm}
            value={
              textOf(values['suggested']) === suggested || textOf(values['confirmed']) !== 'agreed' ? textOf(values['confirmed']) : 'open'
            }
            options={[
              { value: 'agreed', label: words.isManual ? t.amounts.agreeManual : t.amounts.agree },
              { value: 'open', label: t.amounts.open, hint: t.amounts.openHint },
              { value: 'overridden', label: words.isManual ? t.amounts.overrideManual : t.amounts.override, hint: t.amounts.whenOverride },
            ]}
          >
            <div className="if-chosen stack">
              <TextField {...at('tier')} label={t.amounts.tier} value={textOf(values['tier'])} />
              <TextArea {...at('note')} label={t.amounts.note} hint={t.amounts.noteHint} value={textOf(values['note'])} rows={3} />
            </div>
          </RadioGroup>
        </>
      ) : (
        <p className="hint">{t.amounts.afterSaving}</p>
      )}
      <div hidden>
        <input type="hidden" name={`assessment.${index}.subjectId`} value={subjectId} />
        <input type="hidden" name={`assessment.${index}.suggested`} value={suggested} />
        {!words && <input type="hidden" name={`assessment.${index}.confirmed`} value="open" />}
      </div>
    </Fieldset>
  )
}
