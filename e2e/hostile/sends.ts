import { expect } from '@playwright/test'
import { formsIn } from './forms.ts'
import { multipart, type Visitor } from './http.ts'

/** The form on this page that has this field, as it stands there, with that day where one is asked for. */
export async function sends(visitor: Visitor, path: string, has: string, daysAgo: number): Promise<void> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - daysAgo * 86_400_000)
  const form = formsIn((await visitor.asks(path)).body, { password: '', caseNo: '', today }).find(({ fields }) =>
    fields.some(([name]) => name === has),
  )
  if (!form) throw new Error(`no form with ${has} at ${path}`)
  const { type, body } = multipart(form.fields.map(([name, value]) => [name, name === 'on' ? today : value]))
  const { headers } = await visitor.asks(path, { method: 'POST', body, headers: { 'content-type': type } })
  expect(headers.location, `${visitor.login} at ${path}`).toContain('done=')
}
