/** What only a real browser can be made to do: pages of another site, the Back button, script that somebody stored, files shown in a frame. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { button, expect, field, nameOf, signIn, t, test as people, type Person } from '../people.ts'
import { registerCase } from '../acts/registering.ts'
import { fraud, type Matter } from '../stories.ts'

const FRESH = { cookies: [], origins: [] }
/** Another site, on this machine: `localhost` is none of the portal's, which is called by its number. */
const test = people.extend<{ foreign: (page: string, to: string) => string }>({
  foreign: async ({}, use) => {
    const server = createServer((req, res) => {
      const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost')
      res.setHeader('content-type', 'text/html; charset=utf-8')
      res.end(PAGES[pathname]?.(searchParams.get('to')?.replaceAll('"', '') ?? '') ?? '')
    })
    await new Promise<void>((done) => server.listen(0, 'localhost', done))
    const { port } = server.address() as AddressInfo // safe: it listens on a port
    await use((page, to) => `http://localhost:${port}${page}?to=${encodeURIComponent(to)}`)
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  },
})
const PAGES: Readonly<Record<string, (to: string) => string>> = {
  '/form': (to) => `<form method="post" action="${to}"><button name="x" value="1">领取补贴</button></form>`,
  '/script': (to) => `<p>ready</p><script>fetch("${to}", { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' })
    .then(() => document.querySelector('p').textContent = 'sent', () => document.querySelector('p').textContent = 'failed')</script>`,
  '/link': (to) => `<a href="${to}">看一下这个案件</a>`,
  '/frame': (to) => `<iframe src="${to}"></iframe><img src="${to}" alt=""><script src="${to}"></script>`,
}

const signOut = async ({ page, login }: Person): Promise<void> => {
  await page.getByLabel(t.frame.account(t.frame.person(nameOf(login), t.post.handler))).click()
  await button(page, t.frame.signOut).click()
}

test.describe('a page of another site', () => {
  test.use({ expectedErrors: [/403|Failed to load|Refused to|frame-ancestors|CORS|Cross-Origin|blocked|ERR_/i] })

  test('that posts to the portal from a signed-in browser changes nothing', async ({ as, foreign, portal }) => {
    const chen = await as('chenmin')
    await chen.opens(foreign('/form', `${portal.address}/sign-out`))
    const answer = chen.page.waitForResponse((one) => one.url() === `${portal.address}/sign-out`)
    await chen.page.getByRole('button').click()
    expect((await answer).status()).toBe(403)
    for (const path of ['/api/drafts', '/api/session/stay', '/notices']) {
      const sent = chen.page.waitForResponse((one) => one.url() === `${portal.address}${path}`)
      await chen.opens(foreign('/script', `${portal.address}${path}`))
      expect((await sent).status(), path).toBe(403)
    }
    await chen.opens('/work')
    await chen.isAt(t.work.title)
  })

  test('shows nothing of the portal in a frame, a picture or a script', async ({ as, foreign, portal }) => {
    const chen = await as('chenmin')
    const { caseId, story } = await chen.does(registerCase(fraud(), 'zhoukai'))
    for (const path of [`/cases/${caseId}`, '/work', '/api/notices/unread']) {
      await chen.opens(foreign('/frame', `${portal.address}${path}`))
      await chen.page.waitForLoadState()
      const shown = await Promise.all(
        chen.page.frames().map((frame) =>
          frame
            .locator('body')
            .innerText()
            .catch(() => ''),
        ),
      )
      expect(shown.join(''), path).not.toContain(story.title)
      expect(shown.join(''), path).not.toContain(t.work.title)
      expect(await chen.page.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(0) // safe: the page's own picture
    }
  })
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a link on another site leads a signed-in person to what they may see, and Back leads back', async ({ as, foreign, portal }) => {
      const chen = await as('chenmin')
      const { caseId, story } = await chen.does(registerCase(fraud(), 'zhoukai'))
      const mail = foreign('/link', `${portal.address}/cases/${caseId}/timeline?track=`)
      await chen.opens(mail)
      await chen.page.getByRole('link').click()
      await chen.sees(story.title)
      expect(new URL(chen.page.url()).pathname).toBe(`/cases/${caseId}/timeline`)
      expect(new URL(chen.page.url()).searchParams.get('track')).toBe('')
      await chen.page.goBack()
      await expect(chen.page).toHaveURL(mail)
    })

    test('Back after signing out shows no case', async ({ as, demoPassword }) => {
      const chen = await as('chenmin', { storageState: FRESH })
      await chen.opens('/sign-in')
      await chen.does(signIn('chenmin', demoPassword))
      const { caseId, story } = await chen.does(registerCase(fraud(), 'zhoukai'))
      await chen.opens(`/cases/${caseId}/timeline`)
      await chen.sees(story.title)
      await signOut(chen)
      await expect(chen.page).toHaveURL(/\/sign-in/)
      await chen.page.goBack()
      await expect(chen.page).toHaveURL(/\/sign-in/)
      expect(await chen.page.content()).not.toContain(story.title)
    })
  })

test.describe('what somebody stored', () => {
  const SCRIPT = '"><script>window.taken=1</script><img src=x onerror="window.taken=1">'
  const isTaken = ({ page }: Person): Promise<boolean> => page.evaluate(() => 'taken' in window)
  const uploads = async ({ page }: Person, { caseId }: Matter, ...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    await page.goto(`/cases/${caseId}/evidence`)
    await field(page, t.evidence.folder).selectOption('main-07')
    await field(page, t.evidence.kind).selectOption('E04')
    await field(page, t.evidence.asIs).fill('网页原始数据')
    await page.getByLabel(t.evidence.choose).setInputFiles(files)
    await button(page, t.evidence.upload).click()
    await expect(page.getByText(t.done['evidence-added'])).toBeVisible()
  }

  test('as a script stays text, on every page of the case and in every list', async ({ as }) => {
    const chen = await as('chenmin')
    const matter = await chen.does(registerCase({ ...fraud(), title: `${SCRIPT}案`.slice(0, 100), conduct: SCRIPT }, 'zhoukai'))
    await chen.does(({ page }) =>
      uploads({ ...chen, page }, matter, { name: '<img src=x onerror=taken=1>.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }),
    )
    const { caseId } = matter
    for (const path of ['', '/basics', '/evidence', '/timeline', '/report', '/print', '/decision']
      .map((tab) => `/cases/${caseId}${tab}`)
      .concat('/cases', '/work', '/work?tab=handled')) {
      await chen.opens(path)
      expect(await isTaken(chen), path).toBe(false)
      expect(await chen.page.locator('img[src="x"]').count(), path).toBe(0)
    }
  })

  test('as a page or a drawing is a download, and runs in no frame', async ({ as }) => {
    const chen = await as('chenmin')
    const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
    const page = '<html><body>页面<script>parent.taken=1;window.taken=1</script></body></html>'
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>parent.taken=1</script></svg>'
    await uploads(
      chen,
      matter,
      { name: '网页.html', mimeType: 'text/html', buffer: Buffer.from(page) },
      { name: '图.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) },
    )
    await chen.opens(`/cases/${matter.caseId}/evidence`)
    const files = await chen.page
      .locator('a[href*="/evidence/"][href^="/api/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    expect(files.length).toBe(2)
    for (const file of files) {
      const downloaded = chen.page.waitForEvent('download')
      await chen.page.evaluate((address) => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      }, file)
      await downloaded
      expect(await isTaken(chen), file).toBe(false)
    }
  })
})
