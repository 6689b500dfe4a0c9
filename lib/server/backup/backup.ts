/** npm run backup -- FILE: everything in one new file, while the portal serves. */
import { rmSync } from 'node:fs'
import { migrationsOf } from '#db/migrations'
import { openStore } from '#db/open-store'
import { withFile } from './file-command.ts'
import { partialOf } from './leftovers.ts'
import { makeBackup } from './make-backup.ts'
import { noteBackup } from '../boot/operation.ts'
import { onTermination } from '../boot/on-termination.ts'

await withFile('backup', async (environment, file) => {
  onTermination(() => rmSync(partialOf(file), { force: true }))
  const madeAt = new Date().toISOString()
  const { rows, parts, migrations, engine } = await makeBackup(environment, file, madeAt)
  const count = Object.values(rows).reduce((sum, n) => sum + n, 0)
  const files = parts.filter(({ name: part }) => part.startsWith('blobs/')).length
  console.log(`已备份到 ${file}：${count} 行，${files} 个文件。内含密钥，请妥善保管。`)
  console.log(`Backed up to ${file}: ${count} rows, ${files} files. It holds the secrets: keep it safe.`)
  // For the operator's page. Opening a store brings it up to date: only where there is nothing to bring.
  if (migrations === migrationsOf(engine === 'sqlite' ? 'sqlite' : 'pg').known) {
    const store = await openStore(environment)
    await noteBackup(store, madeAt, files).finally(store.close)
  }
})
