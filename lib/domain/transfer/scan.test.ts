import { expect, it } from 'vitest'
import { scanDigest, scanOf } from './scan.ts'

const SCAN = { sha256: 'ab'.repeat(32), blobId: 'b-1', name: '回执 扫描件.pdf' }

it('a scan is found again by what its event says of it, without the name its sender gave it', () =>
  expect(scanOf(scanDigest(SCAN))).toEqual({ ...SCAN, name: 'scan.pdf' }))
it.each(['', 'ab', 'ab'.repeat(32), `${'ab'.repeat(32)}/b-1`])('%j names none', (digest) => expect(scanOf(digest)).toBeNull())
