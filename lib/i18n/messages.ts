/** All sentences, one object a language. A new area: one file, and here its import and a line in each language and in `AREAS`. */
import * as access from './access.ts'
import * as account from './account.ts'
import * as admin from './admin.ts'
import * as cases from './case.ts'
import * as caseForms from './case-forms.ts'
import * as casePage from './case-page.ts'
import * as common from './common.ts'
import type { Lang } from './dates.ts'
import * as done from './done.ts'
import * as evidence from './evidence.ts'
import * as fault from './fault.ts'
import * as fieldErrors from './field-errors.ts'
import * as handOver from './hand-over.ts'
import * as lawPage from './law-page.ts'
import * as notice from './notice.ts'
import * as operation from './operation.ts'
import * as reasonActs from './reason-acts.ts'
import * as receive from './receive.ts'
import * as refusals from './refusals.ts'
import * as report from './report.ts'
import * as send from './send.ts'
import * as stages from './stages.ts'
import * as timeline from './timeline.ts'
import * as track from './track.ts'
import * as transfer from './transfer.ts'
import * as work from './work.ts'

const zh = {
  ...common.zh,
  ...cases.zh,
  ...casePage.zh,
  ...caseForms.zh,
  ...timeline.zh,
  ...stages.zh,
  ...handOver.zh,
  ...evidence.zh,
  ...transfer.zh,
  ...track.zh,
  ...send.zh,
  ...reasonActs.zh,
  ...receive.zh,
  ...lawPage.zh,
  ...notice.zh,
  ...operation.zh,
  ...work.zh,
  ...report.zh,
  ...access.zh,
  ...account.zh,
  ...admin.zh,
  ...done.zh,
  ...fault.zh,
  ...refusals.zh,
  ...fieldErrors.zh,
}
const en: Messages = {
  ...common.en,
  ...cases.en,
  ...casePage.en,
  ...caseForms.en,
  ...timeline.en,
  ...stages.en,
  ...handOver.en,
  ...evidence.en,
  ...transfer.en,
  ...track.en,
  ...send.en,
  ...reasonActs.en,
  ...receive.en,
  ...lawPage.en,
  ...notice.en,
  ...operation.en,
  ...work.en,
  ...report.en,
  ...access.en,
  ...account.en,
  ...admin.en,
  ...done.en,
  ...fault.en,
  ...refusals.en,
  ...fieldErrors.en,
}

export type Messages = typeof zh

/** Every file that is assembled above; the test reads it to find two areas that claim one group. @internal */
export const AREAS = [
  common,
  cases,
  casePage,
  caseForms,
  timeline,
  stages,
  handOver,
  evidence,
  transfer,
  track,
  send,
  reasonActs,
  receive,
  lawPage,
  notice,
  operation,
  work,
  report,
  access,
  account,
  admin,
  done,
  fault,
  refusals,
  fieldErrors,
]

export const messagesOf = (lang: Lang): Messages => (lang === 'en' ? en : zh)
