import { Banner } from '#app/_ui/banner'
import { SubmitButton } from '#app/_ui/button'
import { routeRow, type RouteId } from '#lib/domain/law/routes'
import type { RouteSuggestion } from '#lib/domain/law/suggest-route'
import { cite, say } from '#lib/i18n/law'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { kindWord } from '../_parts/words.ts'

/** What the law tables say of these people and charges today, by which rule and article; it informs, a person chooses (D8). */
export function Suggestion({
  page: { t, me },
  answer,
  suggested,
  index,
  kinds,
}: {
  page: CasePage
  answer: RouteSuggestion
  suggested: string
  index: number
  kinds: ReadonlySet<string>
}) {
  const colon = me.lang === 'en' ? ': ' : '：'
  const citation = cite(answer.citations, me.today, me.lang)
  return (
    <Banner title={suggested === '' ? t.write.manual : t.write.suggests(kindWord(suggested, t))}>
      {answer.match !== 'none' && <p>{say(routeRow(answer.match satisfies RouteId), me.lang)}</p>}
      {citation && (
        <p className="sec">
          {t.clock.basis}
          {colon}
          {citation}
        </p>
      )}
      {answer.notes.map((note) => (
        <p key={note}>{t.report.note[note]}</p>
      ))}
      {suggested !== '' && !kinds.has(suggested) && <p>{t.write.notHere(kindWord(suggested, t))}</p>}
      {answer.alternatives.map(({ recipientKind, citation: text }) => (
        <p key={`${recipientKind} ${text?.source ?? ''}`}>
          {t.write.alternative(kindWord(recipientKind, t), text ? cite([text], me.today, me.lang) : '')}
        </p>
      ))}
      <div className="row">
        <SubmitButton size="small" name="suggest" value={index}>
          {t.write.suggest}
        </SubmitButton>
        <span className="sec">{t.write.suggestNote}</span>
      </div>
    </Banner>
  )
}
