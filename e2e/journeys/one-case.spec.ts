/**
 * One case on its pages (docs/ux.md §5: 21, 23–25, 28, 33, 43, 44, 49, 50, 52, 53): what is next and how its time is reckoned,
 * names that are hard to write, progress, what blocks a transfer, and that reading is not receiving.
 */
import type { Page } from '@playwright/test'
import { voidEvidence } from '../acts/evidence.ts'
import { buildToApproval, buildToSending } from '../acts/office-day.ts'
import { declineFiling, findArrived, openExamination, signReceipt } from '../acts/receiving.ts'
import { today } from '../acts/registering.ts'
import { prepareTransfer, signForDecision } from '../acts/sending.ts'
import { button, choice, expect, field, link, officeFile, t, test } from '../people.ts'
import { fraud, type Story } from '../stories.ts'
import { lengthWords } from '#lib/i18n/lengths'

// To a browser a refused upload is an error; the page says why.
test.use({ expectedErrors: [/422/] })

const SCREEN = { width: 1366, height: 768 }
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** 2026-11-24 14:20 on a Beijing wall. */
const instant = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

/** The most urgent letter to such a body. */
const sendingTo = (page: Page, body: RegExp) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: new RegExp(`^${t.duty.send}`) }) })
    .filter({ hasText: body })
    .first()

test('the case says above the fold what is next, by which article, until when; its time can be reckoned again', async ({ as }) => {
  const chen = await as('chenmin', { viewport: SCREEN })
  const { page, opens } = chen
  await opens('/work')
  await sendingTo(page, /公安局/)
    .getByRole('rowheader')
    .getByRole('link')
    .click()
  const nextStep = page.getByRole('region', { name: t.clock.nextByYou })
  for (const part of [
    nextStep.getByText(t.clock.nextByYou),
    nextStep.getByText(/向.+移送案件/),
    nextStep.getByText(/剩 |逾期 /),
    nextStep.getByText(/ 截止/),
  ])
    await expect(part.first()).toBeInViewport({ ratio: 1 })
  await expect(nextStep.locator('dd a[href^="/law"]')).toBeInViewport({ ratio: 1 })
  await expect(nextStep.locator('.btn.primary')).toHaveCount(1)

  await page.getByText(t.clock.how, { exact: true }).first().click()
  const how = await nextStep.locator('.how').innerText()
  const [start = '', hours = '', due = ''] = ['(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) 起算', '期限 (\\d+) 小时', '截止 (\\S+ \\d+:\\d+)'].map(
    (p) => new RegExp(p).exec(how)?.[1] ?? '',
  )
  expect(how).toContain(t.howCounted.pauses)
  expect(instant(start) + Number(hours) * HOUR_MS).toBe(instant(due))
  await expect(nextStep.locator('.clk')).toContainText(due.split(' ')[1] ?? '-')

  const flow = page.getByRole('list', { name: /^办理流程/ })
  await expect(flow.locator('[aria-current=step]')).toHaveCount(1)
  await expect(flow.locator('[aria-current=step]')).toContainText(/限 24 小时|逾期/)
  await expect(flow.getByRole('listitem').filter({ hasText: t.course.approve })).toContainText(/／限 3 日/)

  const tabs = page.getByRole('navigation', { name: t.case.tabs }).getByRole('link')
  const addresses = await tabs.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const address of addresses) {
    await opens(address)
    await expect(page.getByRole('navigation', { name: t.case.tabs }).locator('[aria-current=page]')).toHaveAttribute('href', address)
    await expect(page.getByRole('navigation', { name: t.case.tabs }).locator('[aria-current]')).toHaveCount(1)
  }
})

test('a letter to the commission is owed within an internal time, by no article, and is called overdue by none (found A4)', async ({
  as,
}) => {
  const { page, opens } = await as('chenmin')
  await opens('/work')
  const row = sendingTo(page, /监察委员会/)
  const task = row.getByRole('cell', { name: new RegExp(`^${t.duty.send}`) })
  await expect(task).toContainText(t.clock.internal)
  await expect(task).not.toContainText(/第.+条/)
  await expect(row).not.toContainText(/逾期/)
  await row.getByRole('rowheader').getByRole('link').click()
  const nextStep = page.getByRole('region', { name: t.clock.nextByYou })
  await expect(nextStep.locator('.clk')).toContainText(t.clock.internal)
  await expect(nextStep.locator('dd a[href^="/law"]')).toHaveCount(0)
  await page.getByText(t.clock.how, { exact: true }).first().click()
  await expect(nextStep.locator('.how')).toContainText(t.howCounted.internal)
})

test('days are counted as the rule says: the day of the start left out, the last one to its end', async ({ as }) => {
  const chen = await as('chenmin')
  await chen.opens('/work')
  const row = chen.page.getByRole('row').filter({ has: chen.page.getByRole('cell', { name: new RegExp(`^${t.duty['hand-over']}`) }) })
  await row.first().getByRole('rowheader').getByRole('link').click()
  await chen.page.getByText(t.clock.how, { exact: true }).first().click()
  const how = await chen.page.locator('.how').first().innerText()
  const [leftOut = '', days = '', last = ''] = ['当日（(\\S+)）不计算', '期限 (\\d+) 日', '最后一日为 (\\S+)，'].map(
    (p) => new RegExp(p).exec(how)?.[1] ?? '',
  )
  expect(Date.parse(leftOut) + Number(days) * DAY_MS).toBe(Date.parse(last))
})

test('nothing goes out past a wrong number, a wrong password or a blocked check, and a correction leaves what it corrects', async ({
  as,
}) => {
  const [chen, beside] = [await as('chenmin'), await as('chenmin')]
  const { page } = chen
  const matter = await buildToApproval(fraud(), { handler: chen, second: await as('zhoukai'), head: await as('wangjianping') })
  const address = `/cases/${matter.caseId}`

  // A line of progress that has a name, and is read out when it begins and when it ends; in between no oftener than every ten seconds.
  await beside.page.clock.setFixedTime(Date.now())
  await beside.opens(`${address}/evidence`)
  await expect(beside.page.locator('.drop').getByLabel(t.evidence.choose)).toBeVisible() // what can be dropped can be chosen
  await beside.page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver(() => {
      const text = document.querySelector('.drop [role=status]')?.textContent ?? ''
      if (text && text !== heard.at(-1)) heard.push(text)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const files = ['payout-list.csv', 'system-log.txt', 'receipt-stubs.jpg', 'bank-flow.xlsx'] // the last is there already
  await field(beside.page, t.evidence.kind).selectOption('E04')
  await beside.page.getByLabel(t.evidence.choose).setInputFiles(files.map(officeFile))
  await button(beside.page, t.evidence.upload).click()
  await expect(beside.page.locator('.drop').getByRole('status')).toHaveText(t.evidence.donePart('3', '1'))
  await expect(beside.page.getByRole('progressbar', { name: t.evidence.progressName })).toHaveAttribute('value', '100')
  const heard = await beside.page.evaluate(() => (window as Window & { heard?: string[] }).heard) // safe: put there above
  expect(heard).toEqual([t.evidence.progress('0', '4', '0'), t.evidence.donePart('3', '1')])

  await chen.does(prepareTransfer(matter, 'yi-police'))
  const confirm = page.url()
  await field(page, t.transfers.typeNo).fill('乙人社案〔2026〕9999号')
  await button(page, t.transfers.go).click()
  await chen.sees(t.field['case-no.differs']({}))
  await field(page, t.transfers.typeNo).fill(matter.caseNo.replace('〔', ' ［').replace('〕', '］ '))
  await page.getByLabel(t.session.password, { exact: true }).fill('not-my-password')
  await page.getByLabel(t.transfers.agree).check()
  await button(page, t.transfers.go).click()
  await chen.sees(/口令不正确/)
  await expect(page.getByText(t.field['case-no.differs']({}))).toHaveCount(0)

  // Blocked after the page was drawn: the button still posts, and the server says no; nor does the address lead there any more.
  await beside.does(voidEvidence(matter, 'match-result.pdf', '上传有误，另附正确版本。'))
  await page.getByLabel(t.session.password, { exact: true }).fill(chen.password)
  await button(page, t.transfers.go).click()
  await chen.isAt(t.transfers.check)
  await chen.sees(t.refusal['transfer.item-void']({}))
  await chen.opens(confirm)
  await chen.isAt(t.transfers.check)
  await expect(link(page, t.send.next(t.transfers.stepConfirm))).toHaveCount(0)

  await chen.opens(`${address}/timeline`)
  await chen.neverSees(t.tlTitle.TransferSent)
  const title = t.tlTitle.AmountsRecorded
  await expect(page.getByRole('main').getByText(title, { exact: true })).toHaveCount(2)
  await chen.sees(new RegExp(`更正 .+“${title}”，原内容仍保留`))
  await expect(page.locator('.tl').first()).toBeVisible()
  await expect(page.locator('.tl').locator('button, form, input, textarea, select')).toHaveCount(0)
})

test('reading a notice signs for nothing; not filing needs reasons and the paper; the sender’s three days begin when it signs', async ({
  as,
}) => {
  const [chen, hao, liu, ma] = [await as('chenmin'), await as('haoqiang'), await as('liuyang'), await as('maweiguo')]
  const name = '那仁·𠮷雅'
  const story = named(fraud(), name)
  const { matter, sent } = await buildToSending(story, { handler: chen, second: await as('zhoukai'), head: await as('wangjianping') })

  for (const paper of [`/cases/${matter.caseId}/print`, `/cases/${matter.caseId}/transfers/${sent.trackId}/letter`]) {
    await chen.opens(paper)
    await chen.page.emulateMedia({ media: 'print' })
    await expect(chen.page.getByRole('cell', { name }).or(chen.page.getByRole('rowheader', { name })).first(), paper).toBeVisible()
    await chen.page.emulateMedia({ media: null })
  }

  await hao.opens('/notices?size=100')
  const notice = hao.page.getByRole('row').filter({ hasText: matter.caseNo })
  await notice.getByRole('button', { name: t.notices.markReadOf(t.sentences['transfer-arrived']({})) }).click()
  await expect(notice.getByText(t.notices.unread)).toHaveCount(0)
  await notice.getByRole('button', { name: matter.caseNo }).click()
  await expect(hao.page).toHaveURL(new RegExp(`/transfers/${sent.trackId}`))
  await hao.does(findArrived(sent)) // still to be signed for
  await chen.opens(`/cases/${matter.caseId}`)
  await chen.sees(t.status.sent)
  await hao.does(signReceipt(sent))
  await chen.opens(`/cases/${matter.caseId}`)
  await chen.sees(t.status.received)

  await liu.does(openExamination(sent))
  await ma.opens(`/transfers/${sent.trackId}/decision`)
  await choice(ma.page, t.receiving.outcome, t.filing.noFile).check()
  await button(ma.page, t.receiving.preview).click()
  await ma.sees(t.field['not-filing.required']({}))
  await expect(choice(ma.page, t.receiving.outcome, t.filing.noFile)).toBeChecked()
  await field(ma.page, t.filing.docNo).fill('乙公（刑）不立字〔2026〕77号')
  await field(ma.page, t.filing.docDate).fill(today())
  await field(ma.page, t.filing.reason).fill('没有犯罪事实。')
  await button(ma.page, t.receiving.preview).click()
  await ma.sees('没有犯罪事实。')
  await button(ma.page, t.receiving.decideGo).click()
  await ma.sees(t.field['document.required']({}), '没有犯罪事实。') // seen whole still (found B5)
  await ma.does(declineFiling(sent, '乙公（刑）不立字〔2026〕77号', '没有犯罪事实。'))

  await chen.opens(`/cases/${matter.caseId}`)
  await chen.neverSees(t.duty.reconsider)
  await chen.does(signForDecision(matter, sent))
  await chen.opens(`/cases/${matter.caseId}`)
  await chen.sees(t.duty.reconsider, /权利将于 .+ 届满/)
  await chen.page.getByText(t.clock.how, { exact: true }).first().click()
  await chen.sees(new RegExp(t.howCounted.limit(lengthWords(3, 'day', 'zh-CN'))))
})

/** The same matter with another person in it. */
const named = (story: Story, name: string): Story =>
  JSON.parse(JSON.stringify(story).replaceAll(story.subjects[0]?.name ?? '', name)) as Story // safe: only a text changed
