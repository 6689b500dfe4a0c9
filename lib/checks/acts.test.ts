import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { POLICY } from '#lib/domain/policy/table'
import { scatterOf, tableOf } from './acts.ts'

const ROOT = join(import.meta.dirname, '../..')
const TABLE = join(import.meta.dirname, 'acts.md')
const ACTS = Object.keys(POLICY).filter((action) => !action.startsWith('Read'))
const sources = ['app', 'lib', 'db', 'e2e'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .map((path) => `${room}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
)
const scatter = scatterOf(ACTS, sources)
const productionOf = (act: string): number => scatter.find((one) => one.act === act)?.production.length ?? 0

describe('the files of each act', () => {
  it('are as many as acts.md says: else `ACTS=1 npx vitest run lib/checks/acts.test.ts` writes it anew, and the commit says why', () => {
    if (process.env['ACTS']) writeFileSync(TABLE, tableOf(scatter))
    expect(tableOf(scatter)).toBe(readFileSync(TABLE, 'utf8'))
  })
  it.each(['WithdrawTransfer', 'ReturnTransfer', 'RefuseTransfer', 'ReturnReport'])(
    '%s, which asks for a reason and the password, stands in twelve files of production or fewer',
    (act) => expect(productionOf(act)).toBeLessThanOrEqual(12),
  )
  it('counts a name in each of its forms, and that of its event', () => {
    const rules =
      "export const R = {\n  SignReceipt: (s) =>\n    ok([{ type: 'ReceiptSigned' }]),\n  PassOn: (s) =>\n    ok([{ type: 'PassedOn' }]),\n}"
    const [found] = scatterOf(
      ['SignReceipt'],
      [
        { path: 'lib/domain/transfer/decide.ts', text: rules },
        { path: 'app/a.ts', text: 'signReceiptAction' },
        { path: 'app/b.ts', text: "'sign-receipt'" },
        { path: 'app/c.ts', text: 'ReceiptSigned' },
        { path: 'app/d.ts', text: 'SignReceipts, resignReceipt' },
        { path: 'lib/a.test.ts', text: 'SignReceipt' },
      ],
    )
    expect(found).toEqual({
      act: 'SignReceipt',
      events: ['ReceiptSigned'],
      production: ['lib/domain/transfer/decide.ts', 'app/a.ts', 'app/b.ts', 'app/c.ts'],
      tests: ['lib/a.test.ts'],
    })
  })
})
