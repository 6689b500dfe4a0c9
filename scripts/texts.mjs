// npm run texts -- OUT [--data FOLDER] [--lang en]: what every page says to everybody of the demo office, as files in OUT (e2e/README.md).
import { install, node24, run, tell } from './_shared.mjs'

try {
  await install()
  process.exitCode = (await run(node24(), ['e2e/texts/texts.ts', ...process.argv.slice(2)])).code
} catch (error) {
  tell(error)
  process.exitCode = 1
}
