/**
 * Where the time goes, warm: node bench/profile.ts <what> [cases] [times] [login]. What: a path, in which {case} is an open case; `upload`
 * of 200 MB; `registerCase` or `sendTransfer` on a file, `registerCase:postgres` or `sendTransfer:postgres` on a server.
 */
import { HANDLER, worldOf } from './generate/world.ts'
import { rehearse } from './parts/commits.ts'
import { uploading } from './parts/upload.ts'
import { buildCopy, openPortal } from './portal.ts'
import { report } from './report.ts'
import { endProfile, type Profile, startProfile } from './sampling.ts'

const [what = '/work', cases = '1000', times = '', login = HANDLER] = process.argv.slice(2)
buildCopy()
if (what.startsWith('/')) {
  const { dataDir, openId } = await worldOf(Number(cases))
  const portal = await openPortal(dataDir)
  const cookie = await portal.signIn(login)
  const n = Number(times || 400)
  const visit = async () => {
    for (let i = 0; i < n; i++) {
      const { status } = await portal.ask(what.replace('{case}', openId), { headers: { cookie } })
      if (status !== 200) throw new Error(`${what} answered ${status}`)
    }
  }
  await visit()
  report(`${what}, ${cases} cases, as ${login}`, await portal.profile(visit), n)
  await portal.stop()
} else if (what === 'upload') {
  const n = Number(times || 3)
  report('upload of 200 MB, in the server', await uploading(200, n), n)
} else {
  const n = Number(times || 60)
  report(what, await rehearse(what, n, profileOf), n)
}
process.exit(0)

async function profileOf(work: () => Promise<void>): Promise<Profile> {
  await startProfile()
  await work()
  return endProfile()
}
