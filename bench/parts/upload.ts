/** What bringing in a large file costs beside hashing it, and what it holds: a real server, real HTTP, both digests. */
import { createHash } from 'node:crypto'
import { closeSync, cpSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, mib, ms } from '../figures.ts'
import { HANDLER, worldOf } from '../generate/world.ts'
import { CACHE } from '../place.ts'
import { openPortal } from '../portal.ts'
import type { Profile } from '../sampling.ts'
import { FILE, makeFile, post, put } from './big-file.ts'

const SLACK = 16 * 2 ** 20

export async function upload(isQuick: boolean): Promise<Figure[]> {
  const [small, large] = isQuick ? [50, 200] : [200, 2_000]
  const first = await measure(small, 'PUT')
  const second = await measure(large, 'PUT')
  const plain = await measure(small, 'form')
  rmSync(FILE, { force: true })
  const growth = `server memory, growth by ${large} MB against ${small} MB + 16 MiB`
  return [
    ...[first, second].map((one) => time(one, 1.5)),
    time(plain, null),
    ...[first, second, plain].map(({ what, cpu, hashingCpu }) => ({
      part: 'upload',
      what: `${what}: CPU of the server`, // says more than the time where others use the machine
      measured: ms(cpu),
      control: `${ms(hashingCpu)} hashing`,
      ratio: cpu / hashingCpu,
      aim: null,
    })),
    // At least one page of growth, so that two that grew by nothing give a ratio.
    {
      part: 'upload',
      what: growth,
      measured: mib(second.growth),
      control: mib(first.growth + SLACK),
      ratio: second.growth / (first.growth + SLACK),
      aim: 1,
    },
    ...[first, second, plain].map(({ what, lagP99, lagMax }) => ({
      part: 'upload',
      what: `${what}: event loop lag, p99`,
      measured: ms(lagP99),
      control: `at most ${ms(lagMax)}`,
      ratio: null,
      aim: null,
    })),
  ]
}

/** For a profile of the server while it takes so many files. */
export async function uploading(megabytes: number, times: number): Promise<Profile> {
  const { portal, world, cookie, close } = await openWorld()
  makeFile(1)
  await put(portal, world.openId, cookie)
  const profile = await portal.profile(async () => {
    for (let n = 0; n < times; n++) {
      makeFile(megabytes)
      await put(portal, world.openId, cookie)
    }
  })
  await close()
  rmSync(FILE)
  return profile
}

type Measured = Readonly<{
  what: string
  took: number
  hashing: number
  cpu: number
  hashingCpu: number
  growth: number
  lagP99: number
  lagMax: number
}>
const time = ({ what, took, hashing }: Measured, aim: number | null): Figure => ({
  part: 'upload',
  what,
  measured: ms(took),
  control: `${ms(hashing)} hashing`,
  ratio: took / hashing,
  aim,
})

/** A server and a data folder of its own each time, or the first would leave its memory to the second. */
async function measure(megabytes: number, way: 'PUT' | 'form'): Promise<Measured> {
  const { portal, world, cookie, close } = await openWorld()
  const send = () => (way === 'PUT' ? put : post)(portal, world.openId, cookie)
  makeFile(1)
  await send() // warm: the route is loaded, the digest worker runs
  makeFile(megabytes)
  const hashCpu = process.cpuUsage()
  const before = hash()
  const { user, system } = process.cpuUsage(hashCpu)
  const { rss, cpu: cpuBefore } = await portal.read()
  const watched = watch(portal.pid)
  const began = performance.now()
  await send()
  const took = performance.now() - began
  const growth = watched.stop() - rss
  const { lagP99, lagMax, cpu: cpuAfter } = await portal.read()
  const hashing = (before + hash()) / 2
  await close()
  return {
    what: `${way === 'PUT' ? 'PUT' : 'form without scripts'}, ${megabytes} MB`,
    took,
    hashing,
    cpu: (cpuAfter - cpuBefore) / 1_000,
    hashingCpu: (user + system) / 1_000,
    growth: Math.max(growth, 0),
    lagP99,
    lagMax,
  }
}

async function openWorld() {
  const world = await worldOf(1_000)
  const dataDir = join(CACHE, 'upload-world')
  rmSync(dataDir, { recursive: true, force: true })
  cpSync(world.dataDir, dataDir, { recursive: true })
  const portal = await openPortal(dataDir)
  const close = async () => {
    await portal.stop()
    rmSync(dataDir, { recursive: true })
  }
  return { portal, world, cookie: await portal.signIn(HANDLER), close }
}

/** The same bytes, read from the same file, through both hashes, by one process that does nothing else. */
function hash(): number {
  const began = performance.now()
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')]
  const file = openSync(FILE, 'r')
  const block = Buffer.allocUnsafe(2 ** 20)
  for (let size = readSync(file, block); size > 0; size = readSync(file, block)) {
    const part = block.subarray(0, size)
    sha256.update(part)
    sm3.update(part)
  }
  closeSync(file)
  sha256.digest()
  sm3.digest()
  return performance.now() - began
}

/** The highest resident memory seen; the server itself is busy and is not asked. */
function watch(pid: number): { stop: () => number } {
  let highest = 0
  const look = () => {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    highest = Math.max(highest, pages * 4_096)
  }
  const timer = setInterval(look, 20)
  return { stop: () => (clearInterval(timer), look(), highest) }
}
