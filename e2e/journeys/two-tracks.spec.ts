/** D7: neither body ever learns of the other's people, amounts or files: not on a page, in a list, a count, a notice or a download. */
import { buildToApproval } from '../acts/office-day.ts'
import { signReceipt } from '../acts/receiving.ts'
import { sendTransfer } from '../acts/sending.ts'
import { expect, t, test, type Person } from '../people.ts'
import { mixed } from '../stories.ts'

const LISTS = [
  '/work',
  '/work?tab=waiting',
  '/work?tab=done',
  '/transfers?size=100',
  '/transfers?tab=examining&size=100',
  '/transfers?tab=copied&size=100',
  '/notices?size=100',
]
const OF_A_TRACK = ['', '/letter', '/report', '/receipt', '/supplement', '/pass-on', '/return', '/decision', '/dispute']
const OF_A_CASE = [
  '',
  '/subjects',
  '/subjects/amounts',
  '/evidence',
  '/report',
  '/decision',
  '/transfers',
  '/timeline',
  '/basics',
  '/print',
]

test('the commission and the police each receive their own part and nothing of the other', async ({ as }) => {
  const story = mixed()
  const chen = await as('chenmin')
  const matter = await buildToApproval(story, { handler: chen, second: await as('zhoukai'), head: await as('wangjianping') })
  const [insiderFile = '', outsiderFile = ''] = await itemIds(chen, matter.caseId)
  const theirs = {
    commission: { names: [story.insider, '41,230.55', 'transfer-account.xlsx'], item: insiderFile },
    police: { names: [story.outsider, '187,654.32', 'forged-archive.jpg'], item: outsiderFile },
  }

  const hao = await as('haoqiang')
  const before = await counts(hao)
  const toCommission = await chen.does(sendTransfer(matter, 'yi-comm'))
  expect(await counts(hao), 'the police count nothing more when the commission is written to').toEqual(before)
  const toPolice = await chen.does(sendTransfer(matter, 'yi-police'))

  const qu = await as('quhong')
  await qu.does(signReceipt(toCommission))
  await hao.does(signReceipt(toPolice))

  for (const [person, own, other, track, elsewhere] of [
    [qu, theirs.commission, theirs.police, toCommission, toPolice],
    [hao, theirs.police, theirs.commission, toPolice, toCommission],
  ] as const) {
    const { trackId } = track
    const pages = ['', '/letter', '/report', '/receipt', '/supplement', '/pass-on', '/return'].map((path) => `/transfers/${trackId}${path}`)
    await person.opens(`/transfers/${trackId}`)
    await person.sees(...own.names)
    for (const path of [...pages, ...LISTS]) {
      const { status, body } = await answerTo(person, path)
      expect(status, path).toBe(200)
      for (const secret of [...other.names, elsewhere.letterNo, elsewhere.trackId, other.item, story.conduct])
        expect(body, `${person.name} reads ${secret} at ${path}`).not.toContain(secret)
    }
    expect((await answerTo(person, `/api/transfers/${trackId}/files/${own.item}`)).status).toBe(200)
    for (const path of [
      ...OF_A_TRACK.map((end) => `/transfers/${elsewhere.trackId}${end}`),
      ...OF_A_CASE.map((end) => `/cases/${matter.caseId}${end}`),
      `/api/transfers/${elsewhere.trackId}/files/${other.item}`,
      `/api/transfers/${trackId}/files/${other.item}`,
      `/api/cases/${matter.caseId}/evidence/${other.item}`,
      `/api/cases/${matter.caseId}/evidence/${own.item}`,
    ])
      expect((await answerTo(person, path)).status, `${person.name} at ${path}`).toBe(404)
  }

  // Each its own report, or that there is none (found A1).
  await qu.opens(`/transfers/${toCommission.trackId}/report`)
  await qu.sees('调取转账记录', story.insider)
  await hao.opens(`/transfers/${toPolice.trackId}/report`)
  await hao.sees('移送时没有写明调查经过，也没有附调查报告文件。', story.outsider)

  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await chen.sees(toCommission.letterNo, toPolice.letterNo, story.insider, story.outsider)
})

async function answerTo({ context }: Person, path: string): Promise<{ status: number; body: string }> {
  const answer = await context.request.get(path)
  return { status: answer.status(), body: (await answer.body()).toString('utf8') }
}

/** In the order of the dossier. */
async function itemIds({ page, opens }: Person, caseId: string): Promise<string[]> {
  await opens(`/cases/${caseId}/evidence?folder=main-05`)
  const ids = []
  for (const name of ['transfer-account.xlsx', 'forged-archive.jpg']) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    ids.push(href?.split('/').at(-1) ?? '')
  }
  return ids
}

/** Every number that the lists and the bell say. */
async function counts({ page, opens }: Person): Promise<string[]> {
  const said: string[] = []
  for (const [path, label] of [
    ['/transfers', t.receiving.tabs],
    ['/work', t.work.tabs],
  ] as const) {
    await opens(path)
    said.push(await page.getByRole('navigation', { name: label }).innerText(), await page.getByRole('banner').innerText())
  }
  return said
}
