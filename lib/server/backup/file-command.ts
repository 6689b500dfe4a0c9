/** What `npm run backup -- FILE` and `npm run restore -- FILE` begin and end with. */
import { resolve } from 'node:path'
import { StartupError, sentenceFor } from '../boot/startup-error.ts'
import { readEnvironment, type Environment } from '../boot/environment.ts'

/** One file, named where it was typed: npm moves to the clone. Says in a sentence why not. */
export async function withFile(name: string, run: (environment: Environment, file: string) => Promise<void>): Promise<void> {
  let place = { port: 0, host: '', dataDir: '' }
  try {
    const environment = (place = readEnvironment(process.env))
    const [file, ...more] = process.argv.slice(2)
    if (!file || more.length > 0) throw new StartupError(`用法 Usage: npm run ${name} -- FILE`)
    await run(environment, resolve(process.env['INIT_CWD'] ?? '.', file))
  } catch (error) {
    console.error(sentenceFor(error, place) ?? error)
    process.exitCode = 1
  }
}
