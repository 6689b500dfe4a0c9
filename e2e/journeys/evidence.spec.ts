/** The dossier: what is in it stays in it, and what is twice is said to be. */
import { attachEvidence, voidEvidence } from '../acts/evidence.ts'
import { registerCase } from '../acts/registering.ts'
import { button, expect, field, officeFile, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

// To a browser a refused upload is an error; the page says why.
test.use({ expectedErrors: [/422/] })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a file that is there already is pointed out; a voided one keeps its reason and its place', async ({ as }) => {
      const chen = await as('chenmin')
      const { page } = chen
      const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
      await chen.does(attachEvidence(matter))
      await chen.opens(`/cases/${matter.caseId}/evidence`)
      await chen.sees('work-notes.docx')

      await field(page, t.evidence.kind).selectOption('E04')
      await page.getByLabel(t.evidence.choose).setInputFiles(officeFile('bank-flow.xlsx'))
      await button(page, t.evidence.upload).click()
      await chen.sees(new RegExp(t.refusal['evidence.duplicate']({ n: '#' }).replace('#', '\\d+'))) // three at a time: either may be the first

      await chen.does(voidEvidence(matter, 'match-result.pdf', '上传有误，另附正确版本。'))
      await chen.opens(`/cases/${matter.caseId}/evidence`)
      const rows = page.getByRole('table').getByRole('row')
      await expect(rows.filter({ hasText: 'match-result.pdf' })).toContainText(t.evidence.voided)
      await expect(rows.filter({ hasText: 'bank-flow.xlsx' })).toHaveCount(1)
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'match-result.pdf', exact: true }).click()
      expect((await download).suggestedFilename()).toBe('match-result.pdf')
    })

    test('a program or a page goes nowhere but into electronic data, with a reason; nothing is chosen beforehand (found E1)', async ({
      as,
    }) => {
      const chen = await as('chenmin')
      const { page } = chen
      const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
      await chen.opens(`/cases/${matter.caseId}/evidence`)
      const program = { name: '病毒.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0\x03') }
      const chooses = () => page.getByLabel(t.evidence.choose).setInputFiles(program)
      await expect(field(page, t.evidence.kind)).toHaveValue('')
      await chooses()
      await button(page, t.evidence.upload).click()
      await chen.sees(javaScriptEnabled ? t.evidence.kindFirst : t.field['field.choice']({}))

      await field(page, t.evidence.kind).selectOption('E04')
      await chooses()
      await button(page, t.evidence.upload).click()
      await chen.sees(t.refusal['evidence.other-content']({}))
      await field(page, t.evidence.folder).selectOption('main-07')
      await chooses()
      await button(page, t.evidence.upload).click()
      await chen.sees(t.refusal['evidence.needs-as-is']({}))
      await field(page, t.evidence.asIs).fill('涉案电脑中提取')
      await chooses()
      await button(page, t.evidence.upload).click()
      await chen.sees(t.done['evidence-added'], '病毒.exe', t.evidence.keptAsIs('涉案电脑中提取'))
    })

    test('without a file the form says so, and keeps what was filled in', async ({ as }) => {
      const chen = await as('chenmin')
      const { page } = chen
      const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
      await chen.opens(`/cases/${matter.caseId}/evidence`)
      await field(page, t.evidence.kind).selectOption('E04')
      await page.getByLabel(t.evidence.source).fill('档案室')
      await button(page, t.evidence.upload).click()
      await chen.sees(t.field['file.required']({}))
      await expect(page.getByLabel(t.evidence.source)).toHaveValue('档案室')
    })
  })
