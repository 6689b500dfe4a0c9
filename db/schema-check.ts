/**
 * Tables, indexes, triggers and whatever else a database is made of, as they are, and as this program's migrations make them anew on
 * the same engine. Each thing by its name, with the text in which the engine itself says what it is.
 */
import { serverSchema } from './postgres/schema-check.ts'
import { fileSchema } from './sqlite/schema-check.ts'
import { type Difference, differences } from './verify.ts'

export type Made = ReadonlyMap<string, string>
/** `migrations`: how many were applied. */
export type Schema = Readonly<{ migrations: number; is: Made; ought: Made }>

/** Nothing is migrated and nothing changed. Refuses `db.none`. */
export const readSchema = async ({
  databaseUrl,
  dataDir,
}: Readonly<{ databaseUrl?: string | undefined; dataDir: string }>): Promise<Schema> =>
  databaseUrl ? await serverSchema(databaseUrl) : fileSchema(dataDir)

export const schemaDifferences = ({ is, ought }: Schema): Generator<Difference> =>
  differences('schema', ['name'], rowsOf(is), rowsOf(ought))
const rowsOf = (made: Made) => [...made].map(([name, text]) => ({ name, text }))
