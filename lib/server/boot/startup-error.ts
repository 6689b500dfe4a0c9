import { faultOf } from './faults.ts'

/** A reason not to start that a person can act on. */
export class StartupError extends Error {}

type Place = Readonly<{ port: number; host: string; dataDir: string }>

/** One sentence for what went wrong on the way up, from its deepest known cause; null when it is a bug and wants its stack. */
export function sentenceFor(error: unknown, place: Place): string | null {
  let sentence: string | null = null
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof StartupError) return at.message
    const code = 'code' in at && typeof at.code === 'string' ? at.code : ''
    const known = SENTENCES[code] ?? SENTENCES[code.split('_', 2).join('_')] // SQLite says SQLITE_READONLY_DIRECTORY too
    if (known) sentence = known(place, 'syscall' in at && at.syscall === 'listen')
  }
  return sentence ?? (faultOf(error) === 'fault.no-database' ? silent() : null)
}

const full = ({ dataDir }: Place) =>
  `磁盘已满：${dataDir}。 The disk is full: ${dataDir}. Free some space and start again; nothing stored was lost.`
const closed = ({ dataDir }: Place) =>
  `无法写入数据文件夹 ${dataDir}。 The data folder ${dataDir} cannot be written; give it to the user who runs this, or set DATA_DIR.`
const broken = ({ dataDir }: Place) =>
  `数据库文件已损坏或不是数据库：${dataDir}。 The database file in ${dataDir} is damaged or is none; restore it from the backup.`
const few = () =>
  '可同时打开的文件太少：请调高 ulimit -n（systemd 为 LimitNOFILE）。 Too few files may be open at once: raise ulimit -n (LimitNOFILE in systemd).'
const silent = () => '连接不上 DATABASE_URL 指定的数据库。 The database named by DATABASE_URL does not answer.'
const held = () => '数据库正被占用，稍后再启动。 The database is held by something else, such as a restore; start again when that is done.'
const stranger = () => 'DATABASE_URL 的用户名或口令不对。 The database named by DATABASE_URL refuses this name or password.'

const SENTENCES: Readonly<Record<string, (place: Place, isListening: boolean) => string>> = {
  EADDRINUSE: ({ port }) => `端口 ${port} 已被占用。 Port ${port} is taken; stop the other program or set PORT.`,
  EADDRNOTAVAIL: ({ host }) => `本机没有地址 ${host}。 This machine has no address ${host}; set HOST.`,
  ENOTFOUND: () => '找不到所设的主机名。 A host name that was set cannot be found; look at HOST and DATABASE_URL.',
  EACCES: (place, isListening) =>
    isListening ? `没有权限使用端口 ${place.port}。 Port ${place.port} needs more rights; set PORT to 1024 or above.` : closed(place),
  EPERM: closed,
  EROFS: closed,
  ENOTDIR: closed,
  EEXIST: closed,
  ENOSPC: full,
  EDQUOT: full,
  EMFILE: few,
  ENFILE: few,
  SQLITE_FULL: full,
  SQLITE_CANTOPEN: closed,
  SQLITE_READONLY: closed,
  SQLITE_CORRUPT: broken,
  SQLITE_NOTADB: broken,
  '55P03': held,
  '28P01': stranger,
  '28000': stranger,
  // From db/refused.ts.
  'db.newer': () =>
    '数据库来自更新的版本，本程序不能打开。 The database was written by a newer version; start that version, or restore an older backup.',
  'db.not-writable': closed,
  'db.not-empty': () =>
    'DATABASE_URL 指定的数据库不是空的，不会覆盖。 The database named by DATABASE_URL is not empty and is not overwritten; name a new one.',
  'db.none': ({ dataDir }) => `${dataDir} 中没有数据库。 There is no database in ${dataDir}; set DATA_DIR, or DATABASE_URL for PostgreSQL.`,
  'db.old-sqlite': () => 'SQLite 版本过低，会丢失数据。 This SQLite is too old and can lose writes; run `npm ci` to get the right one.',
  'db.setting': ({ dataDir }) =>
    `${dataDir} 所在磁盘不能安全保存数据库。 The disk under ${dataDir} cannot hold a database safely; use a local disk.`,
}
