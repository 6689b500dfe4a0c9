import type { Metadata } from 'next'
import { messagesOf } from '#lib/i18n/messages'
import { currentContainer } from '#lib/server/boot/current-container'
import { readNames } from '#lib/usecases/directory'
import { listAccess } from '#lib/usecases/list-access'
import { AdminHead } from '../_parts/admin-head.tsx'
import { administrator } from '../_parts/administrator.ts'
import { Filters } from './_parts/filters.tsx'
import { PATH, wantedOf } from './_parts/query.ts'
import { Rows } from './_parts/rows.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = messagesOf((await administrator('ReadAccessLog')).lang)
  return { title: t.app.title(t.access.title) }
}

/** Who came in, read, downloaded and was denied: for the audit administrator alone (found J13). */
export default async function AccessPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const me = await administrator('ReadAccessLog')
  const t = messagesOf(me.lang)
  const wanted = wantedOf(await searchParams)
  const { access, env } = currentContainer()
  const { person, object, kind, result, days } = wanted
  const asked = { person, object, ...(kind && { kind }), ...(result && { result }), ...days }
  await access.upToDate()
  const [{ rows, next }, names, persons] = await Promise.all([
    listAccess({ log: access.log, read: me.read }, asked, wanted),
    readNames(me.read, me.lang === 'en'),
    me.read.listPersons(),
  ])
  const logins = new Map(persons.map(({ personId, login }) => [personId, login]))
  return (
    <div className="stack">
      <AdminHead me={me} t={t} part="access" current={PATH} />
      <p className="sec">{t.access.note(env.accessLogDays)}</p>
      <div>
        <Filters wanted={wanted} t={t} />
        <Rows {...{ rows, next, wanted, names, logins, t }} lang={me.lang} />
      </div>
    </div>
  )
}
