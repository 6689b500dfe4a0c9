/** The check's rows in words: what was found, what must be dealt with, and where a reason can be given for what is not there. */
import type { ReactNode } from 'react'
import type { Check as Row } from '#app/_ui/checklist'
import { SubmitButton } from '#app/_ui/button'
import { RadioGroup, TextArea } from '#app/_ui/field'
import { Link } from '#app/_ui/link'
import { reportOf, approvalFor } from '#lib/domain/case/rounds'
import { isMaterial, type MaterialId } from '#lib/domain/law/materials'
import type { Check, CheckId } from '#lib/domain/transfer/preflight'
import { formatInstant } from '#lib/i18n/dates'
import type { Sentences } from '#app/_form/sentences'
import type { SendPage } from '../_parts/open-send.ts'
import type { absenceDefaults } from './absence.ts'

type Values = Readonly<Record<keyof ReturnType<typeof absenceDefaults>, string>>

export function materialRows(page: SendPage, values: Values, said: Sentences): Row[] {
  const { t, state, checks, names } = page
  const at = `/cases/${state.caseId}`
  const report = reportOf(state)
  const found: Readonly<Record<MaterialId, (n: number) => string>> = {
    letter: () => t.send.letterDetail,
    report: () => (report?.confirmed ? t.send.reportDetail(names.person(report.writtenBy), names.person(report.confirmed.by)) : ''),
    items: t.send.itemsDetail,
    expert: t.send.filesDetail,
    other: t.send.filesDetail,
  }
  const where: Readonly<Partial<Record<MaterialId, string>>> = {
    report: `${at}/report`,
    items: `${at}/subjects`, // to be looked at: what was approved is not changed any more
    expert: `${at}/evidence`,
    other: `${at}/evidence`,
  }
  return checks.flatMap((check) => {
    if (!isMaterial(check.id)) return []
    const title = t.material[check.id]
    const href = where[check.id]
    const detail =
      check.is === 'block'
        ? blockSentence(page, check)
        : check.is === 'warn'
          ? t.report.noOwnReport
          : check.justified
            ? t.send.justified(check.justified)
            : found[check.id](check.count)
    const fields = fieldsOf(page, check, values, said)
    return [
      {
        ...row(page, check, title, detail),
        action:
          href && check.count > 0 ? (
            <Link href={href}>
              {t.send.view}
              <span className="vh"> {title}</span>
            </Link>
          ) : undefined,
        children: fields,
      },
    ]
  })
}

export function procedureRows(page: SendPage): Row[] {
  const { me, t, state, track, checks, names, files } = page
  const approval = approvalFor(state, track.trackId)
  const titles: Readonly<Partial<Record<CheckId, readonly [string, string]>>> = {
    officers: [t.send.officers, state.handlerIds.map(names.person).join(t.track.join)],
    approval: [
      t.send.approval,
      approval ? t.send.approvalDetail(names.person(approval.approvedBy), formatInstant(approval.approvedAt, me.lang)) : '',
    ],
    digests: [t.send.digests, t.send.digestsDetail(files.length)],
    'left-out': [t.send.leftOut, t.send.allIn],
  }
  return checks.flatMap((check) => {
    const [title, passed] = titles[check.id] ?? []
    if (title === undefined) return []
    const detail = check.is === 'block' ? blockSentence(page, check) : check.is === 'warn' ? t.send.leftOutDetail(check.count) : passed
    return [row(page, check, title, detail)]
  })
}

/** Word for word the same in the summary and in the row. */
export function blockSentence({ t, state, damaged }: SendPage, { id, code, count }: Check): string {
  if (id === 'digests') return t.send.damaged(damaged.map((itemId) => state.evidence[itemId]?.name ?? itemId).join(t.track.join))
  return code === null ? '' : t.refusal[code]({ n: count })
}

const row = ({ t }: SendPage, { id, is }: Check, title: string, detail: string | undefined): Row => ({
  key: id,
  id: `check-${id}`,
  state: is,
  stateWord: t.state[is],
  title,
  detail,
})

/** Nothing where the material is there: what was said about it earlier stays as it is. */
function fieldsOf({ t }: SendPage, { id, count, is }: Check, values: Values, said: Sentences): ReactNode {
  if (id !== 'items' && id !== 'expert' && id !== 'other') return undefined
  if (count > 0) {
    const kept = id === 'expert' ? { expertChoice: values.expertChoice, expertOwn: values.expertOwn } : { [id]: values[id] }
    return Object.entries(kept).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  }
  const fields = (
    <div className="stack below">
      {id === 'expert' ? (
        <ExpertFields {...{ t, values, said }} />
      ) : (
        <TextArea
          name={id}
          label={t.send.why}
          hint={id === 'items' ? t.send.itemsHint : t.send.otherHint}
          value={values[id]}
          error={said.at(id)}
          rows={2}
        />
      )}
      <div>
        <SubmitButton>{t.send.save}</SubmitButton>
      </div>
    </div>
  )
  if (is === 'block' || said.list.length > 0) return fields
  return (
    <details>
      <summary>{t.send.edit}</summary>
      {fields}
    </details>
  )
}

function ExpertFields({ t, values, said }: { t: SendPage['t']; values: Values; said: Sentences }) {
  return (
    <RadioGroup
      name="expertChoice"
      label={t.transfers.notApplicable}
      value={values.expertChoice || undefined}
      options={[
        { value: 'none', label: t.transfers.naRadio },
        { value: 'later', label: t.transfers.naLater },
        { value: 'own', label: t.send.own },
      ]}
    >
      <TextArea
        name="expertOwn"
        label={t.send.ownWords}
        value={values.expertOwn}
        error={said.at('expertOwn') ?? said.at('expert')}
        rows={2}
      />
    </RadioGroup>
  )
}
