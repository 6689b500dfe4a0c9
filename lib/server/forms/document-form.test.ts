import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { blobMemory } from '#lib/adapters/blob-memory'
import { readDocumentForm, readTypedOnly } from './document-form.ts'

const post = (body: BodyInit, headers = {}): Request => new Request('http://x.invalid/', { method: 'POST', body, headers })
function formOf(file?: File): FormData {
  const form = new FormData()
  form.append('reasons', '情节显著轻微')
  if (file) form.append('document', file)
  return form
}
const read = (form: FormData) => readDocumentForm({ blobs: blobMemory() }, post(form), 'document')

describe('a form with one paper', () => {
  test('gives the stored paper under its cleaned name', async () => {
    const { values, document, problems } = await read(formOf(new File(['%PDF-1.7'], 'C:\\扫描\\不予立案通知书.pdf')))
    expect(values).toEqual({ reasons: '情节显著轻微' })
    expect(document).toMatchObject({ name: '不予立案通知书.pdf', size: 8, sha256: createHash('sha256').update('%PDF-1.7').digest('hex') })
    expect(problems.fields).toEqual({})
  })
  test.each([
    ['without a file', undefined, 'document.required'],
    ['with an input left empty', new File([], ''), 'document.required'],
    ['with an empty file', new File([], 'a.pdf'), 'file.empty'],
    ['with a program that is called a PDF (found E1)', new File(['MZ\0'], 'a.pdf'), 'document.type'],
    ['with a table, which is no paper (found E1)', new File(['a,b'], 'a.csv'), 'document.type'],
  ])('%s says so beside the file and keeps what was typed', async (_what, file, code) =>
    expect(await read(formOf(file))).toEqual({
      values: { reasons: '情节显著轻微' },
      document: null,
      problems: { fields: { document: [{ code }] }, refusal: null },
    }),
  )
  test('that breaks off in its file keeps what came before it', async () => {
    const cut =
      '--b\r\ncontent-disposition: form-data; name="reasons"\r\n\r\nabc\r\n--b\r\ncontent-disposition: form-data; name="document"; filename="a"\r\n\r\nabc'
    expect(
      await readDocumentForm({ blobs: blobMemory() }, post(cut, { 'content-type': 'multipart/form-data; boundary=b' }), 'document'),
    ).toEqual({
      values: { reasons: 'abc' },
      document: null,
      problems: { fields: { document: [{ code: 'file.broken-off' }] }, refusal: null },
    })
  })
})

test('where nobody is signed in any more, what was typed is read and the file is not', async () =>
  expect([...(await readTypedOnly(post(formOf(new File(['abc'], 'a.pdf'))))).entries()]).toEqual([['reasons', '情节显著轻微']]))
