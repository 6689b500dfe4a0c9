import { CLOCK } from '#lib/usecases/alarm-silence'
import { caseDecider } from '#lib/usecases/case-decider'
import { findFileFault, type LockFile } from '#lib/usecases/find-file-fault'
import { currentContainer } from './current-container.ts'

/** For pages and routes. Where it cannot be recorded just now, the next reader does: the file is refused all the same. */
export const lockFile: LockFile = async (caseId, blobId, is) => {
  const { effects, askAs, clockNow, faultOf } = currentContainer()
  try {
    await findFileFault(askAs(effects, caseDecider, CLOCK, { now: clockNow() }), caseId, blobId, is)
  } catch (error) {
    if (!faultOf(error)) throw error
    console.error('FindFileFault', error)
  }
}
