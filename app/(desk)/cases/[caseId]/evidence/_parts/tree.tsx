import { Card } from '#app/_ui/card'
import { Link } from '#app/_ui/link'
import { FOLDERS } from '#lib/domain/law/dossier'
import { filesOf, MATERIALS } from '#lib/domain/law/materials'
import { say } from '#lib/i18n/law'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { itemsIn, live, type Numbered } from './dossier.ts'

type Given = Readonly<{ page: CasePage; items: readonly Numbered[]; folder: string | null; inner: boolean }>

/** 正卷 goes with the case, 副卷 never leaves the house. A folder that Order 310 art. 6 asks for and that holds nothing says so. */
export function Tree({ page: { me, t, state }, items, folder, inner }: Given) {
  const at = `/cases/${state.caseId}/evidence`
  const there = live(items)
  // 01 is the letter, made at sending; 02 stands for the report text, 03 for the list of items, which have pages of their own.
  const lacking = MATERIALS.filter(({ id, is }) => is === 'files' && filesOf(id, there).length === 0 && state.absent[id] === '')
  const missing: ReadonlySet<string> = new Set(lacking.map(({ folders: [first] }) => first))
  return (
    <Card title={t.evidence.tree} flush>
      <nav className="tree" aria-label={t.evidence.tree}>
        <ul>
          <li>
            <Link href={at} aria-current={folder === null ? 'true' : undefined}>
              {t.evidence.all}
              <i>{there.length}</i>
            </Link>
          </li>
          {(inner ? (['main', 'inner'] as const) : (['main'] as const)).map((volume) => (
            <li key={volume}>
              <p className="tree-volume">{volume === 'main' ? t.evidence.mainVolume : t.evidence.innerVolume}</p>
              <ul>
                {FOLDERS.filter((f) => f.volume === volume).map((f) => (
                  <li key={f.id}>
                    <Link href={`${at}?folder=${f.id}`} aria-current={folder === f.id ? 'true' : undefined}>
                      {f.no} {say(f, me.lang)}
                      {missing.has(f.id) ? <i className="miss">{t.evidence.missing}</i> : <i>{itemsIn(there, f.id).length}</i>}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  )
}
