/** npm run demo:reset: takes the demo world away and makes it anew, with today's dates. Never a real portal's, and never under a running one. */
import { openHouse } from '#lib/server/house'
import { sentenceFor } from '#lib/server/cannot-start'
import { readEnvironment } from '#lib/server/environment'
import { emptyDemo } from './empty-demo.ts'

const env = { ...readEnvironment(process.env), demo: true }
try {
  const began = performance.now()
  await emptyDemo(env)
  const house = await openHouse(env) // seeds what is empty
  await house.close()
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(
    `演示数据已重新建立，用时 ${seconds} 秒；运行 npm start 打开。 The demo world was made anew in ${seconds} s; npm start serves it.`,
  )
} catch (error) {
  console.error(sentenceFor(error, env) ?? error)
  process.exitCode = 1
}
