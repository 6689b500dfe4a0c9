/** npm run restore -- FILE: a backup of either engine into an empty data folder, and an empty database where DATABASE_URL names one. */
import { rmSync } from 'node:fs'
import { withFile } from './file-command.ts'
import { ENDED, stagingOf, restoreBackup } from './restore-backup.ts'
import { onTermination } from '../boot/on-termination.ts'

await withFile('restore', async (environment, file) => {
  onTermination(() => rmSync(stagingOf(environment.dataDir), { recursive: true, force: true }))
  const { madeAt, rows } = await restoreBackup(environment, file)
  const count = Object.entries(rows).reduce((sum, [table, n]) => sum + (ENDED.has(table) ? 0 : n), 0)
  console.log(`已恢复 ${madeAt} 的备份：${count} 行，逐条核对一致。`)
  console.log(`Restored the backup of ${madeAt}: ${count} rows, all as sealed.`)
  console.log('备份时的登录已全部结束，一次性链接已全部作废：请各自重新登录，尚未设置口令的人请重新发给链接。')
  console.log('All sign-ins and one-time links of that time have ended: sign in again, and issue new links to those without a password.')
})
