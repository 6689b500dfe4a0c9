/** Per subject: the charge, the circumstances, what the table suggests, and what a person makes of it (D8). */
import { Banner } from '#app/_ui/banner'
import { CheckboxGroup, Fieldset, RadioGroup, Select, TextArea, TextField } from '#app/_ui/field'
import { CHARGES } from '#lib/domain/law/charges'
import { CIRCUMSTANCES, circumstancesOf } from '#lib/domain/law/circumstances'
import type { OpenCase } from '#lib/domain/case/state'
import { groupsOf } from '#lib/schemas/groups'
import { say } from '#lib/i18n/law'
import { suggestedId, tierOf } from '#lib/usecases/suggest'
import type { Values } from '#lib/server/forms'
import type { Sentences } from '../../../../../_form/sentences.ts'
import type { CasePageData } from '../../../_case/open.ts'
import { listOf, textOf, type Row } from '../../../_case/rows-form.ts'
import { tierWords } from '../../../_case/tiers.ts'

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

export function AssessmentFields({ page, index, values, said }: { page: CasePageData; index: number; values: Row; said: Sentences }) {
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
    <Fieldset legend={t.camt.assessment(state.subjects[subjectId]?.name ?? '')}>
      <Select
        {...at('charge')}
        label={t.camt.charge}
        value={charge}
        options={CHARGES.map((row) => ({ value: row.id, label: say(row, me.lang) }))}
        choose={t.form.choose}
      />
      {offered.length > 0 && (
        <CheckboxGroup
          {...at('circumstances')}
          label={t.camt.circumstances}
          hint={t.camt.circumstancesHint}
          optional={t.form.optional}
          values={circumstances}
          options={offered.map((row) => ({ value: row.id, label: say(row, me.lang), hint: t.camt.proof(say(row.proof, me.lang)) }))}
        />
      )}
      {words ? (
        <>
          <Banner
            title={
              <>
                {t.camt.suggestion}
                {t.cpage.colon}
                {words.head} {words.reaches}
              </>
            }
          >
            {words.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p className="sec">
              {t.csub.tiersNote}
              {t.camt.changed}
            </p>
          </Banner>
          <RadioGroup
            {...at('confirmed')}
            label={t.camt.confirm}
            value={
              textOf(values['suggested']) === suggested || textOf(values['confirmed']) !== 'agreed' ? textOf(values['confirmed']) : 'open'
            }
            options={[
              { value: 'agreed', label: words.isManual ? t.camt.agreeManual : t.camt.agree },
              { value: 'open', label: t.camt.open, hint: t.camt.openHint },
              { value: 'overridden', label: words.isManual ? t.camt.overrideManual : t.camt.override, hint: t.camt.whenOverride },
            ]}
          >
            <div className="if-chosen stack">
              <TextField {...at('tier')} label={t.camt.tier} value={textOf(values['tier'])} />
              <TextArea {...at('note')} label={t.camt.note} hint={t.camt.noteHint} value={textOf(values['note'])} rows={3} />
            </div>
          </RadioGroup>
        </>
      ) : (
        <p className="hint">{t.camt.afterSaving}</p>
      )}
      <div hidden>
        <input type="hidden" name={`assessment.${index}.subjectId`} value={subjectId} />
        <input type="hidden" name={`assessment.${index}.suggested`} value={suggested} />
        {!words && <input type="hidden" name={`assessment.${index}.confirmed`} value="open" />}
      </div>
    </Fieldset>
  )
}
