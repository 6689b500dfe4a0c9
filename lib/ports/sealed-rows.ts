/** Which part of a row its event seals: what does not change while the row is there. Column by column, because a later one is in no sealed event. */
import { digestOf } from '#lib/ledger/seal'
import type { Credential, LinkCode, OneTimeLink } from './desk-store.ts'

export const credentialDigest = ({ personId, alg, memory, passes, parallelism, salt, digest, setAt }: Credential): string =>
  digestOf({ personId, alg, memory, passes, parallelism, salt, digest, setAt })
export const linkDigest = ({ digest, personId, madeAt, expiresAt, needsCode }: OneTimeLink): string =>
  digestOf({ digest, personId, madeAt, expiresAt, needsCode })
export const codeDigest = ({ personId, digest, madeAt, expiresAt }: LinkCode): string => digestOf({ personId, digest, madeAt, expiresAt })
