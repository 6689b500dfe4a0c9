/** npm run demo:reset: takes the demo world away and makes it anew, with today's dates. Never a real portal's, and never under a running one. */
import { openContainer } from '#lib/server/boot/container'
import { sentenceFor } from '#lib/server/boot/startup-error'
import { readEnvironment } from '#lib/server/boot/environment'
import { emptyDemo } from './empty-demo.ts'

const env = { ...readEnvironment(process.env), demo: true }
try {
  const began = performance.now()
  await emptyDemo(env)
  const container = await openContainer(env) // seeds what is empty
  await container.close()
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(
    `演示数据已重新建立，用时 ${seconds} 秒；运行 npm start 打开。 The demo world was made anew in ${seconds} s; npm start serves it.`,
  )
} catch (error) {
  console.error(sentenceFor(error, env) ?? error)
  process.exitCode = 1
}
