/** Preloaded into the server under measurement (`node --import`): tells the bench what only the process itself knows. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { endProfile, startProfile } from './sampling.ts'

/** Microseconds of CPU since the start, all threads; bytes; milliseconds of lag since the last question. */
export type Reading = Readonly<{ cpu: number; rss: number; heap: number; lagP50: number; lagP99: number; lagMax: number }>

const RESOLUTION_MS = 2
const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
lag.enable()
const ms = (ns: number): number => Math.max(0, ns / 1e6 - RESOLUTION_MS) // a timer's own wait is no lag

function read(): Reading {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed: heap } = process.memoryUsage()
  const [lagP50 = 0, lagP99 = 0] = [lag.percentile(50), lag.percentile(99)].map(ms)
  const reading = { cpu: user + system, rss, heap, lagP50, lagP99, lagMax: ms(lag.max) }
  lag.reset()
  return reading
}

const ANSWERS: Readonly<Record<string, () => unknown>> = { read, startProfile, endProfile }
process.on('message', async (asked: string) => process.send?.((await ANSWERS[asked]?.()) ?? null))
process.channel?.unref()
