import { Card } from '#app/_ui/card'
import { DateField, FileField, Select, TextField } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SubmitButton } from '#app/_ui/button'
import { Uploader } from '#app/_ui/uploader'
import { FOLDERS } from '#lib/domain/law/dossier'
import { EVIDENCE_KINDS } from '#lib/domain/law/evidence-kinds'
import { say } from '#lib/i18n/law'
import { hasProblems, withDone, type FormState } from '#lib/server/forms/forms'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'

type Fields = Readonly<{ folder: string; kind: string; source: string; collectedBy: string; collectedOn: string; asIs: string }>

/** A plain multi-file form; with scripts the island sends file by file. The catalogue facts stand first: they are read before the bytes. */
export function UploadPanel({ page: { me, t, state }, form, inner }: { page: CasePage; form: FormState<Fields>; inner: boolean }) {
  const { values, errors } = form
  const said = sentencesOf(t, errors, {}, ['folder', 'kind', 'source', 'collectedBy', 'collectedOn', 'asIs', 'files'])
  const at = `/cases/${state.caseId}/evidence`
  const failed = (errors.fields['files'] ?? []).map(({ code, about }) => ({
    name: String(about?.['name'] ?? ''),
    text:
      sentencesOf(
        t,
        Object.hasOwn(t.field, code)
          ? { fields: { files: [{ code, ...(about && { about }) }] }, refusal: null }
          : { fields: {}, refusal: { code: code as never, ...(about && { about }) } },
      ).list[0]?.text ?? '',
  })) // safe: what is no field code is a refusal code
  return (
    <Card title={t.evidence.upFiles} id="upload">
      {hasProblems(errors) && (
        <FormMessages
          t={t}
          lang={me.lang}
          form={form}
          sentences={
            failed.length > 0
              ? { ...said, list: failed.map(({ name, text }) => ({ id: 'f-files', text: name ? `${name}: ${text}` : text })) }
              : said
          }
        />
      )}
      <Form key={form.key} action={`/api/cases/${state.caseId}/evidence`} files formKey={me.newId()} label={t.evidence.upFiles}>
        <div className="form-row">
          <Select
            name="folder"
            label={t.evidence.folder}
            value={values.folder}
            error={said.at('folder')}
            options={FOLDERS.filter((f) => inner || f.volume === 'main').map((f) => ({
              value: f.id,
              label: `${f.volume === 'main' ? t.evidence.mainShort : t.evidence.innerShort} ${f.no} ${say(f, me.lang)}`,
            }))}
          />
          <Select
            name="kind"
            label={t.evidence.kind}
            value={values.kind}
            choose={t.form.choose}
            error={said.at('kind')}
            options={EVIDENCE_KINDS.map((k) => ({ value: k.id, label: say(k, me.lang) }))}
          />
          <TextField name="source" label={t.evidence.source} value={values.source} error={said.at('source')} optional={t.form.optional} />
          <TextField name="collectedBy" label={t.evidence.takenBy} value={values.collectedBy} error={said.at('collectedBy')} />
          <DateField name="collectedOn" label={t.evidence.takenOn} value={values.collectedOn} error={said.at('collectedOn')} />
          <TextField
            name="asIs"
            label={t.evidence.asIs}
            hint={t.evidence.asIsHint}
            value={values.asIs}
            error={said.at('asIs')}
            optional={t.form.optional}
          />
        </div>
        <div className="drop">
          <FileField
            name="files"
            label={t.evidence.choose}
            hint={t.evidence.limits}
            error={failed.length > 0 ? t.evidence.someFailed : said.at('files')}
            multiple
          />
          <Uploader
            url={`/api/cases/${state.caseId}/evidence`}
            input="files"
            first={{ name: 'kind', text: t.evidence.kindFirst }}
            doneUrl={withDone(`${at}?folder={folder}`, 'evidence-added')}
            words={{
              progress: t.evidence.progress('{done}', '{total}', '{pct}'),
              progressName: t.evidence.progressName,
              doneAll: t.evidence.doneMany('{n}'),
              donePart: t.evidence.donePart('{ok}', '{bad}'),
              retry: t.evidence.retry,
              broken: t.evidence.broken,
              refresh: t.evidence.refresh,
              dropHere: t.evidence.drop,
            }}
          />
        </div>
        <Actions>
          <SubmitButton kind="primary">{t.evidence.upload}</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}
