import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { volumeOf } from '#lib/domain/law/dossier'
import { isLocked } from '#lib/domain/evidence/stored'
import { doneOf, readForm } from '#lib/server/forms/forms'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import { one, type CaseProps } from '#app/(desk)/_parts/props'
import { folderShown, itemsIn, numbered } from './_parts/dossier.ts'
import { Items } from './_parts/items.tsx'
import { Tree } from './_parts/tree.tsx'
import { UploadPanel } from './_parts/upload-panel.tsx'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.evidence.title, { form: `evidence:${(await params).caseId}` })
}

/** The dossier: its tree at the left, adding and listing at the right (mockups/evidence). */
export default async function EvidencePage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { me, t, state, may } = page
  const query = await searchParams
  const inner = may('ReadInner').is === 'yes'
  const all = numbered(state).filter(({ folder }) => inner || volumeOf(folder) === 'main')
  const locked = all.filter(({ blobId }) => isLocked(state, blobId)).length
  const folder = folderShown(one(query, 'folder'), inner)
  const add = may('AddEvidence').is
  const names = state.handlerIds.map(page.names.person).join(t.casePage.join)
  const defaults = { folder: folder ?? 'main-05', kind: '', source: '', collectedBy: names, collectedOn: me.today, asIs: '' }
  const form = add === 'yes' ? await readForm(me, `evidence:${state.caseId}`, defaults) : null
  return (
    <CaseFrame page={page} tab="evidence" compact>
      <div className="stack">
        <h1 className="vh">{t.evidence.title}</h1>
        <DoneBanner t={t} done={doneOf(query)} address={`/cases/${state.caseId}/evidence?folder=${folder ?? ''}`} />
        <div className="split-left">
          <Tree page={page} items={all} folder={folder} inner={inner} />
          <div className="stack">
            {form && <UploadPanel page={page} form={form} inner={inner} />}
            {locked > 0 && (
              <Banner kind="bad" title={t.evidence.lockedMany(locked)}>
                <p>{t.evidence.lockedNext}</p>
              </Banner>
            )}
            {add === 'not-now' && <Banner kind="warn" title={t.refusal['policy.not-now']({})} />}
            <Items page={page} items={itemsIn(all, folder)} after={one(query, 'after')} folder={folder} />
          </div>
        </div>
      </div>
    </CaseFrame>
  )
}
