/** Files of a story, as the office called them: real ones from `files/`, and short texts that a story tells itself. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileContent } from '#lib/domain/evidence/file-types'
import type { FileRef } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { takeFile } from '#lib/server/forms/take-file'
import { addEvidence } from '#lib/usecases/add-evidence'
import type { CaseDone } from '#lib/usecases/desk'
import type { Moment } from './moment.ts'
import { PEOPLE } from './office.ts'
import { deskOf, fail, key, must, type Player } from './player.ts'
import type { SeedFile } from './story.ts'

const FILES = join(import.meta.dirname, 'files')

/** `bytes`: stored already, while the files before were still being told of. */
export async function attach(
  p: Player,
  login: string,
  moment: Moment,
  [file, folder, kind, source, text]: SeedFile,
  bytes?: Brought,
): Promise<Awaited<CaseDone>> {
  const me = await deskOf(p, login, moment)
  const { content, ...rest } = bytes ?? (await bring(p, file, text))
  const { name, ...stored } = rest.file
  const added = await addEvidence(
    me,
    p.caseId,
    { name, stored, content },
    {
      formKey: key(),
      folder,
      kind,
      source,
      asIs: '',
      collectedBy: p.story.handlers.map(nameOfPerson).join('、'),
      collectedOn: beijingDay(me.now),
    },
  )
  const done = must(added, `${p.story.title}, ${file}`)
  const itemId = Object.values(done.state?.evidence ?? {}).toSorted((a, b) => b.seq - a.seq)[0]?.itemId
  if (itemId) p.items.push(itemId)
  return added
}

type Brought = Readonly<{ file: FileRef; content: FileContent }>
export async function bring(p: Player, file: string, text?: string): Promise<Brought> {
  const bytes = text === undefined ? createReadStream(join(FILES, file)) : Readable.from([Buffer.from(text)])
  const taken = await takeFile(p.container.blobs, { name: file, bytes }, { maxBytes: 2 ** 24 })
  if (!taken.ok) fail(`${file}: ${taken.code}`)
  return { file: { name: NAMES[file] ?? file, ...taken.stored }, content: taken.content }
}
export const store = async (p: Player, file: string): Promise<FileRef> => (await bring(p, file)).file

const nameOfPerson = (login: string): string => PEOPLE.find((person) => person.login === login)?.name ?? fail(`nobody is ${login}`)

/** In the repository a file has a plain name. */
const NAMES: Readonly<Record<string, string>> = {
  'bank-flow.xlsx': '银行流水（协查回函）.xlsx',
  'transfer-account.xlsx': '转账往来明细.xlsx',
  'reconciliation.xlsx': '银行对账单与余额调节表.xlsx',
  'payout-list.csv': '养老金代发报盘明细.csv',
  'match-result.pdf': '死亡数据比对结果.pdf',
  'interview.docx': '询问笔录（第一次）.docx',
  'approval-form.jpg': '账号变更审批单（扫描件）.jpg',
  'forged-archive.jpg': '档案原件比对照片.jpg',
  'receipt-stubs.jpg': '缴费收据存根.jpg',
  'system-log.txt': '业务系统操作日志.txt',
  'call-recording.wav': '服务热线通话录音.wav',
  'expert-opinion.pdf': '司法会计鉴定意见书.pdf',
  'work-notes.docx': '工作记录.docx',
  'id-copies.pdf': '参保人身份证明复印件.pdf',
  'filing-decision.pdf': '立案决定书.pdf',
  'not-filing-notice.pdf': '不予立案通知书.pdf',
}
