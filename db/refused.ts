/** Why a store would not open. The sentence for a person is lib/server/boot/startup-error.ts's; `cause` holds the system's own error. */
export class StoreRefused extends Error {
  readonly code: 'db.newer' | 'db.not-writable' | 'db.old-sqlite' | 'db.setting' | 'db.not-empty' | 'db.none'
  constructor(code: StoreRefused['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreRefused'
    this.code = code
  }
}
