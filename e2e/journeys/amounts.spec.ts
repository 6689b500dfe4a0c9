/** Bad input through a browser, on the form with most of it; every other schema: lib/schemas/bad-input.test.ts. */
import { recordSubjects, registerCase } from '../acts/registering.ts'
import { button, expect, field, group, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

const BAD = [
  ['二万六', 'money.format'],
  ['1,23', 'money.format'],
  ['1e5', 'money.format'],
  ['-26800', 'money.negative'],
  ['26800.005', 'money.decimals'],
  ['1000000000000000', 'money.too-large'],
  ['', 'money.empty'],
] as const
const GOOD = ['2.68万', '26,800', '２６８００', ' 26800.00 ']

test('an amount that cannot be understood is asked for anew in its own words, and nothing typed is lost', async ({ as }) => {
  const chen = await as('chenmin')
  const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
  await chen.does(recordSubjects(matter))
  const { page } = chen
  const name = matter.story.subjects[0]?.name ?? ''
  const row = group(page, t.amounts.line(1))
  const amount = field(row, t.subjects.amount)
  await chen.opens(`/cases/${matter.caseId}/subjects/amounts`)
  await field(row, t.amounts.subject).selectOption({ label: name })
  await field(row, t.subjects.fund).selectOption('FD1')
  await field(row, t.subjects.from).fill('2025-01-01')
  await field(row, t.subjects.to).fill('2025-06-30')
  await field(row, t.subjects.recovered).fill('5,000')

  // Each answer draws the form anew with a key of its own: two wrong amounts in a row have one sentence, and only the key tells them apart.
  const formKey = (): Promise<string> => page.locator('input[name="formKey"]').last().inputValue()
  for (const [typed, code] of BAD) {
    const sentence = t.field[code]({})
    const before = await formKey()
    await amount.fill(typed)
    await button(page, t.amounts.save).click()
    await expect.poll(formKey, typed).not.toBe(before)
    await expect(page.getByRole('alert').getByRole('link', { name: sentence, exact: true }), typed).toBeVisible()
    await expect(amount).toHaveAccessibleDescription(sentence)
    await expect(amount).toHaveValue(typed)
    await expect(field(row, t.subjects.from)).toHaveValue('2025-01-01')
    await expect(field(row, t.subjects.recovered)).toHaveValue('5,000')
    await expect(page).toHaveTitle(new RegExp(`^${t.form.errPrefix}`))
  }
  await page.getByRole('alert').getByRole('link').click()
  await expect(amount).toBeFocused()

  for (const typed of GOOD) {
    await amount.fill(typed)
    await button(page, t.amounts.save).click()
    await chen.sees(t.done['amounts-recorded'])
    await expect(amount, typed).toHaveValue('26,800.00')
    await amount.fill('1')
    await button(page, t.amounts.save).click()
    await expect(amount).toHaveValue('1.00')
  }
})

test('a day that does not exist, a day to come and a hidden sign in a name are refused beside their fields', async ({ as }) => {
  const chen = await as('chenmin')
  const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
  const { page } = chen
  await chen.opens(`/cases/${matter.caseId}/subjects/new?kind=person`)
  for (const [name, idNo, sentence] of [
    ['赵\u202E某', '', t.field['text.bidi']({})],
    ['赵\u200B某', '', t.field['text.invisible']({})],
    ['赵某', '15990119800101001', t.field['identity.length']({})],
    ['赵某', '159901198001010011', t.field['identity.check']({})],
  ] as const) {
    await field(page, t.subjects.name).fill(name)
    await field(page, t.subjects.idNo).fill(idNo)
    await page.getByLabel(t.subjects.officialNo, { exact: true }).check()
    await button(page, t.subjects.saveSubject).click()
    await chen.sees(sentence)
    await expect(field(page, t.subjects.name)).toHaveValue(name)
    await expect(field(page, t.subjects.idNo)).toHaveValue(idNo)
  }
  await chen.opens(`/cases/${matter.caseId}/basics`)
  for (const [day, sentence] of [
    ['2025-02-29', t.field['day.not-real']({})],
    ['2999-01-01', t.field['day.later-than-today']({})],
  ] as const) {
    await field(page, t.case.foundOn).fill(day)
    await button(page, t.form.save).click()
    await chen.sees(sentence)
    await expect(field(page, t.case.foundOn)).toHaveValue(day)
  }
})
