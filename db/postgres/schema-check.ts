/**
 * Where our tables lie, and beside it the same made anew in a transaction that is taken back: whoever may migrate may do that. Other
 * people's schemas of the same database are theirs.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrationsOf } from '../migrations.ts'
import { orm } from '../orm.ts'
import type { Made, Schema } from '../schema-check.ts'
import { connect } from './connect.ts'
import { applied } from './open.ts'

const { readMigrationFiles } = orm('drizzle-orm/migrator')

export async function serverSchema(url: string): Promise<Schema> {
  const client = await connect(url)
  try {
    await client.query('begin')
    const migrations = await applied(client)
    const known = readMigrationFiles(migrationsOf('pg'))
    const is = new Map([...(await makeInPlace(client)), ...(migrations === 0 ? [] : await migrationsIn(client)), await firingIn(client)])
    const place = `xianjie_${randomBytes(8).toString('hex')}`
    await client.query(`create schema ${place}`)
    await client.query(`set local search_path to ${place}`)
    for (const { sql } of known) for (const statement of sql) await client.query(statement)
    const ought = new Map([
      ...(await makeInPlace(client)),
      ...known.map(({ folderMillis }) => [`migration ${folderMillis}`, '1'] as const),
      FIRING,
    ])
    return { migrations, is, ought }
  } finally {
    await client.end() // and with it all that was made
  }
}

/** Which were applied, by when they were made: that is what is asked at a start. */
async function migrationsIn(client: pg.Client): Promise<[string, string][]> {
  const { rows } = await client.query('select created_at, count(*) from drizzle.__drizzle_migrations group by 1')
  return rows.map(({ created_at: at, count }) => [`migration ${at}`, String(count)])
}

/** With another word here no trigger fires, for whoever connects as we do. */
const FIRING = ['setting session_replication_role', 'origin'] as const
async function firingIn(client: pg.Client): Promise<[string, string]> {
  const { rows } = await client.query('show session_replication_role')
  return [FIRING[0], rows[0].session_replication_role]
}

async function makeInPlace(client: pg.Client): Promise<Made> {
  const { rows } = await client.query<{ place: string; name: string; text: string }>(`
    with here as (select oid, nspname from pg_namespace where nspname = current_schema()),
    ours as (
      select c.* from pg_class c join here on here.oid = c.relnamespace
      where not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
    )
    select (select nspname from here) as place, name, text from (${Object.values(ASKED).join(' union all ')}) as made (name, text)`)
  // The engine says some names with their place and some without.
  return new Map(
    rows.map(({ place, name, text }) => [name, text.replaceAll(`${pg.escapeIdentifier(place)}.`, '').replaceAll(`${place}.`, '')]),
  )
}

/** A trigger that is there and does not fire is none, and so are a rule or a policy that hide rows, and a table with heirs whose rows count as its own. */
const ASKED = {
  relations: `
    select case relkind when 'r' then 'table' when 'v' then 'view' when 'S' then 'sequence' else 'relation ' || relkind::text end || ' ' || relname,
      concat_ws(' ', relpersistence, relrowsecurity, relforcerowsecurity, array_to_string(reloptions, ','),
        case when relkind in ('v', 'm') then pg_get_viewdef(oid) end,
        (select string_agg(inhrelid::regclass::text, ',' order by 1) from pg_inherits where inhparent = ours.oid))
    from ours where relkind in ('r', 'p', 'v', 'm', 'f', 'S')`,
  columns: `
    select 'column ' || relname || '.' || attname,
      concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
        (select collname from pg_collation where oid = attcollation),
        (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = attrelid and adnum = attnum))
    from ours join pg_attribute on attrelid = ours.oid where relkind in ('r', 'p', 'f') and attnum > 0 and not attisdropped`,
  constraints: `
    select 'constraint ' || relname || '.' || conname, concat_ws(' ', pg_get_constraintdef(pg_constraint.oid), convalidated)
    from ours join pg_constraint on conrelid = ours.oid where contype <> 'n'`, // a column says itself whether it may be null
  indexes: `
    select 'index ' || i.relname, concat_ws(' ', pg_get_indexdef(indexrelid), indisvalid, indisready, indislive)
    from ours join pg_index on indrelid = ours.oid join pg_class i on i.oid = indexrelid`,
  triggers: `
    select 'trigger ' || relname || '.' || tgname, concat_ws(' ', pg_get_triggerdef(pg_trigger.oid), tgenabled)
    from ours join pg_trigger on tgrelid = ours.oid where not tgisinternal`,
  rules: `
    select 'rule ' || relname || '.' || rulename, concat_ws(' ', pg_get_ruledef(pg_rewrite.oid), ev_enabled)
    from ours join pg_rewrite on ev_class = ours.oid where rulename <> '_RETURN'`,
  policies: `select 'policy ' || relname || '.' || polname, 'there' from ours join pg_policy on polrelid = ours.oid`,
  functions: `
    select 'function ' || proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
      case when prokind = 'a' then 'aggregate' else pg_get_functiondef(p.oid) end
    from pg_proc p join here on here.oid = pronamespace
    where not exists (select 1 from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')`,
}
