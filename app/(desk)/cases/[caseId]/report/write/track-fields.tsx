import { Fragment, type ReactNode } from 'react'
import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { CheckboxGroup, RadioGroup, TextArea } from '#app/_ui/field'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { isLocked } from '#lib/domain/evidence/stored'
import { CHARGES } from '#lib/domain/law/charges'
import { FOLDERS } from '#lib/domain/law/dossier'
import type { UnitRef } from '#lib/domain/result'
import { chargeWord, say } from '#lib/i18n/law'
import { formatFen, formatSize } from '#lib/i18n/numbers'
import { routeAnswer, suggestedBy } from '#lib/usecases/suggest'
import type { Sentences } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { amountOf, mainItems, type Evidence } from '../_parts/plan.ts'
import { OwnTexts } from './own-texts.tsx'
import { chargesOf, type TrackFields as Row } from './rows.ts'
import { Suggestion } from './suggestion.tsx'

type Given = Readonly<{
  page: CasePage
  said: Sentences
  row: Row
  index: number
  count: number
  isOneOfSeveral: boolean
  recipients: readonly UnitRef[]
}>

/** One track: which people and charges, what is suggested for them, which body, which files; with several tracks its own text. */
export function TrackCard({ page, said, row, index, count, isOneOfSeveral, recipients }: Given) {
  const { t } = page
  const name = (field: keyof Row): string => `track.${index}.${field}`
  const at = (field: keyof Row) => ({ name: name(field), error: said.at(name(field)) })
  return (
    <Card
      title={t.report.track(index + 1)}
      id={`track-${index + 1}`}
      end={
        count > 1 && (
          <SubmitButton size="small" name="drop" value={index}>
            {t.write.drop(index + 1)}
          </SubmitButton>
        )
      }
    >
      <div className="form">
        <input type="hidden" name={name('trackId')} value={row.trackId} />
        <Subjects {...at('subjects')} page={page} row={row} />
        <Charges {...at('charges')} page={page} row={row} />
        <Recipient
          page={page}
          row={row}
          index={index}
          recipients={recipients}
          error={said.at(name('recipient'))}
          reasonError={said.at(name('reason'))}
        />
        <Files {...at('files')} page={page} row={row} itemsName={name('itemIds')} />
        {isOneOfSeveral && <OwnTexts t={t} row={row} at={at} />}
      </div>
    </Card>
  )
}

type Field = Readonly<{ name: string; error: string | undefined; page: CasePage; row: Row }>
function Subjects({ page: { t, state }, row, ...field }: Field) {
  const options = Object.entries(state.subjects).map(([id, { name, employer, position }]) => {
    const about = [employer, position].filter(Boolean).join(' ')
    return { value: id, label: name, hint: [about, t.report.yuan(formatFen(amountOf(state, [id])))].filter(Boolean).join(' · ') }
  })
  return (
    <CheckboxGroup {...field} label={t.report.subjects} hint={t.write.subjectsHint} values={row.subjects} options={options}>
      {options.length === 0 && (
        <p>
          {t.write.noSubjects} <Link href={`/cases/${state.caseId}/subjects`}>{t.case.tabSubjects}</Link>
        </p>
      )}
    </CheckboxGroup>
  )
}

/** Charges recorded in the case come first; the others wait behind a word, open where one of them is chosen. */
function Charges({ page: { t, state, me }, row, name, error }: Field) {
  const proposed = chargesOf(state, Object.keys(state.subjects))
  const option = (id: string) => ({ value: id, label: chargeWord(id, me.lang) })
  const others = CHARGES.map(({ id }) => id).filter((id) => !proposed.includes(id))
  const first = proposed.length > 0 ? proposed : others
  return (
    <CheckboxGroup name={name} error={error} label={t.report.charges} values={row.charges} options={first.map(option)} inline>
      {proposed.length > 0 && (
        <details open={others.some((id) => row.charges.includes(id))}>
          <summary>{t.write.otherCharges}</summary>
          <div className="choices inline">
            {others.map((id) => (
              <Choice key={id} name={name} value={id} checked={row.charges.includes(id)}>
                {chargeWord(id, me.lang)}
              </Choice>
            ))}
          </div>
        </details>
      )}
    </CheckboxGroup>
  )
}

function Recipient({
  page,
  row,
  index,
  recipients,
  error,
  reasonError,
}: Readonly<{
  page: CasePage
  row: Row
  index: number
  recipients: readonly UnitRef[]
  error: string | undefined
  reasonError: string | undefined
}>) {
  const { t, state, me, names } = page
  const answer = routeAnswer(state, row.subjects, row.charges, me.today)
  const suggested = suggestedBy(answer)
  const other = new Set<string>(answer.alternatives.map(({ recipientKind }) => recipientKind))
  const hintOf = ({ kind }: UnitRef) => (kind === suggested ? t.write.suggested : other.has(kind) ? t.write.alternativeHere : undefined)
  return (
    <>
      <Suggestion page={page} answer={answer} suggested={suggested} index={index} kinds={new Set(recipients.map(({ kind }) => kind))} />
      {recipients.length === 0 ? (
        <p className="err">{t.write.noRecipients}</p>
      ) : (
        <RadioGroup
          name={`track.${index}.recipient`}
          error={error}
          label={t.report.recipient}
          hint={t.write.recipientHint}
          value={row.recipient}
          options={recipients.map((unit) => ({ value: unit.unitId, label: names.of(unit), hint: hintOf(unit) }))}
        />
      )}
      <TextArea
        name={`track.${index}.reason`}
        error={reasonError}
        label={t.report.reason}
        optional={t.form.optional}
        hint={t.write.reasonHint}
        value={row.reason}
        rows={2}
      />
    </>
  )
}

function Files({ page: { t, state, me }, row, name, error, itemsName }: Field & { itemsName: string }) {
  const items = mainItems(state)
  const folders = FOLDERS.map((folder) => ({ folder, items: items.filter((item) => item.folder === folder.id) })).filter(
    (part) => part.items.length > 0,
  )
  const options = [
    { value: 'all', label: t.write.filesAll(items.length) },
    { value: 'chosen', label: t.write.filesChosen },
  ]
  return (
    <RadioGroup name={name} error={error} label={t.report.files} value={row.files} options={options}>
      {items.length === 0 ? (
        <p className="hint">{t.write.noMain}</p>
      ) : (
        <details open={row.files === 'chosen'}>
          <summary>{t.write.chooseFiles}</summary>
          {folders.map(({ folder, items: inside }) => (
            <Fragment key={folder.id}>
              <p className="label">{t.write.folder(folder.no, say(folder, me.lang))}</p>
              {inside.map((item) => (
                <FileChoice key={item.itemId} item={item} name={itemsName} checked={row.itemIds.includes(item.itemId)}>
                  {isLocked(state, item.blobId) && <Tag kind="bad">{t.evidence.locked}</Tag>}
                </FileChoice>
              ))}
            </Fragment>
          ))}
        </details>
      )}
    </RadioGroup>
  )
}

type FileGiven = Readonly<{ item: Evidence; name: string; checked: boolean; children: ReactNode }>
const FileChoice = ({ item: { itemId, name: file, size }, name, checked, children }: FileGiven) => (
  <Choice name={name} value={itemId} checked={checked}>
    {file} <span className="sec">{formatSize(size)}</span> {children}
  </Choice>
)

const Choice = ({ name, value, checked, children }: { name: string; value: string; checked: boolean; children: ReactNode }) => (
  <label className="choice">
    <input type="checkbox" name={name} value={value} defaultChecked={checked} />
    <span>{children}</span>
  </label>
)
