/** A form sent while the network is down: the page stays with all that was typed, and goes on command. */
import { registerCase } from '../acts/registering.ts'
import { button, choice, expect, field, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

// What the browser says of a request that found no network.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })

test('nothing typed before or after the cut is lost, and it is recorded once (found D1)', async ({ as }) => {
  const chen = await as('chenmin')
  const { page } = chen
  const { caseId } = await chen.does(registerCase(fraud(), 'zhoukai'))
  await chen.opens(`/cases/${caseId}/subjects/new?kind=person`)
  const name = field(page, t.subjects.name)
  const conduct = field(page, t.subjects.whatTheyDid)
  await name.fill('断网前')
  await field(page, t.subjects.employer).fill('乙旗社保中心')
  await field(page, t.subjects.position).fill('待遇核发岗')
  await choice(page, t.subjects.official, t.subjects.officialNo).check()
  await page.context().setOffline(true)
  await conduct.fill('断网之后写的半页。')
  await button(page, t.subjects.saveSubject).click()
  await chen.sees(t.form.offline)
  await expect(name).toHaveValue('断网前')
  await conduct.fill('断网之后写的一整页。')
  await button(page, t.form.tryAgain).click()
  await chen.sees(t.form.stillOffline)
  await expect(conduct).toHaveValue('断网之后写的一整页。')
  await page.context().setOffline(false)
  await button(page, t.form.tryAgain).click()
  await chen.sees(t.done['subject-recorded'], '断网前')
  await expect(button(page, t.form.tryAgain)).toHaveCount(0)
  await chen.opens(`/cases/${caseId}/subjects`)
  await chen.sees('断网之后写的一整页。')
  await expect(page.getByRole('table').first().getByText('断网前')).toHaveCount(1)
})

test('a form with a file stays too, the file in it (found D1)', async ({ as }) => {
  const chen = await as('chenmin')
  const { page } = chen
  const { caseId } = await chen.does(registerCase(fraud(), 'zhoukai'))
  await chen.opens(`/cases/${caseId}/evidence`)
  await field(page, t.evidence.kind).selectOption('E04')
  await page.getByLabel(t.evidence.choose).setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2') })
  await page.context().setOffline(true)
  await button(page, t.evidence.upload).click()
  await chen.sees(t.form.offline)
  await page.context().setOffline(false)
  await button(page, t.form.tryAgain).click()
  await chen.sees(t.done['evidence-added'], '名单.csv')
})
