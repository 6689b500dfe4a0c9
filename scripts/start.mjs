// npm start: installs, builds, migrates, seeds the demo world, serves. npm run serve: the same without demo.
import { resolve } from 'node:path'
import { LEAN, ROOT, build, fail, hasSecrets, install, makeSecrets, node24, run, say, tell } from './_shared.mjs'

const [mode = '--demo'] = process.argv.slice(2)
const dataDir = resolve(ROOT, process.env.DATA_DIR || 'data')

try {
  if (!['--demo', '--serve', '--build'].includes(mode)) fail(`Unknown: ${mode}. There are --serve and --build.`)
  if (mode === '--serve' && !hasSecrets(dataDir))
    fail(`No secrets in ${dataDir}. Set DATA_DIR to the portal's data folder, or run \`npm run build\` once to make them there.`)
  await install()
  if (mode !== '--serve') makeSecrets(dataDir)
  await build(dataDir)
  if (mode !== '--build') {
    say('starting')
    const env = { ...LEAN.env, DATA_DIR: dataDir, DEMO: mode === '--demo' ? '1' : '0' }
    process.exitCode = (await run(node24(), [...LEAN.args, 'lib/server/boot/main.ts'], { env })).code
  }
} catch (error) {
  tell(error)
  process.exitCode = 1
}
