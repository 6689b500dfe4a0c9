/** What is wrong with a backup file, and with which of its parts: one sentence in both languages. */
import { BrokenZip, type ZipFault } from '#lib/adapters/zip'
import { StartupError } from '../boot/startup-error.ts'

type Fault = ZipFault | 'added' | 'not-as-sealed' | 'unknown'
const SENTENCES: Readonly<Record<Fault, (names: string) => readonly [zh: string, en: string]>> = {
  'no-zip': () => ['这不是备份文件', 'it is no backup file'],
  'cut-off': () => ['文件末尾缺失，没有复制完整', 'its end is missing; it was not copied whole'],
  'broken-list': () => ['文件目录损坏', 'its list of parts is damaged'],
  twice: (names) => [`重复的部分：${names}`, `parts that are there twice: ${names}`],
  missing: (names) => [`缺少的部分：${names}`, `missing parts: ${names}`],
  damaged: (names) => [`损坏的部分：${names}`, `damaged parts: ${names}`],
  added: (names) => [`清单以外的部分：${names}`, `parts that its manifest does not name: ${names}`],
  'not-as-sealed': (names) => [`与清单不符的部分：${names}`, `parts that are not as its manifest says: ${names}`],
  unknown: (names) => [
    `本程序不认识的部分：${names}，可能来自更新的版本`,
    `parts that this version does not know: ${names}; a newer one may have written them`,
  ],
}

export function broken(fault: Fault, names: readonly string[] = [], cause?: unknown): StartupError {
  const [zh, en] = SENTENCES[fault](listed(names))
  const text = `备份文件不完整或被改动，没有恢复任何内容：${zh}。 The backup is damaged or was changed; nothing was restored: ${en}.`
  return new StartupError(text, { cause })
}

/** What the reader of zips found, as a sentence; everything else goes on as it is. */
export function explain(error: unknown): never {
  throw error instanceof BrokenZip ? broken(error.fault, error.names, error.cause) : error
}

const MOST_NAMED = 5
/** A name that comes from outside may hold anything. */
function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMED).map((name) => name.replaceAll(/[^\w./-]/g, '?').slice(0, 80))
  return some.join(', ') + (names.length > some.length ? ` … (${names.length})` : '')
}
