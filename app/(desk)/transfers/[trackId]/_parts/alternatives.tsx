/** What else can be done than what is next: before the receipt the other ways of signing, afterwards asking, passing on, returning. */
import type { ReactNode } from 'react'
import { LinkButton, NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { isStageAct } from '#lib/domain/transfer/stage-faults'
import { REASON_ACTS, reasonActsAt, type ReasonAct } from '#lib/schemas/reason-acts'
import { faultOf } from '#app/(desk)/_reason/places'
import { limitOf } from '#app/(desk)/transfers/_track/limits'
import type { TransferPage } from '#app/(desk)/transfers/_track/open'

type Way = Readonly<{ key: string; href: string; label: string; hint?: string }>

export function Alternatives({ page }: { page: TransferPage }) {
  const { t, track } = page
  if (track.phase === 'sent') return <BeforeReceipt page={page} />
  const rows = afterReceipt(page)
  return (
    rows.length > 0 && (
      <Card title={t.receiving.others}>
        <div className="row">{rows}</div>
      </Card>
    )
  )
}

/** 不得以材料不全为由不接受移送: each way signs first (GA2020 art. 180¶2). */
function BeforeReceipt({ page }: { page: TransferPage }) {
  const { me, t, at, may, track, names } = page
  const from = names.of(track.snapshot.from)
  const [askIn, passIn] = [limitOf(page, 'ask-supplement'), limitOf(page, 'pass-on')]
  if (may('SignReceipt').is !== 'yes') return null
  const then = (way: string): string => `${at}/receipt?then=${way}`
  const alternatives: (Way | false)[] = [
    may('AskSupplement').is !== 'never' && {
      key: 'supplement',
      href: then('supplement'),
      label: t.receiptForm.incomplete,
      hint: askIn ? t.receiving.askHint(askIn) : t.receiving.askHintPromptly,
    },
    may('PassOn').is !== 'never' && {
      key: 'pass-on',
      href: then('pass-on'),
      label: t.receiptForm.wrongBody,
      hint: passIn ? t.receiving.passHint(passIn) : t.receiving.passHintPromptly,
    },
    ...reasonActsAt('received').map((act) => {
      const [{ slug }, { signsFirst, note }] = [REASON_ACTS[act], t.reasonAct[act]]
      return may(act).is !== 'never' && !!signsFirst && { key: slug, href: then(slug), label: signsFirst.button, hint: note(from) }
    }),
  ]
  const shown = alternatives.filter((way) => way !== false)
  if (shown.length === 0) return null
  return (
    <Card title={t.receiving.others}>
      <p className="hint">{[t.receiptForm.readNotReceipt, t.receiving.signs].join(me.lang === 'en' ? ' ' : '')}</p>
      <div className="ways">
        {shown.map(({ key, href, label, hint }) => (
          <div key={key}>
            <LinkButton href={href} aria-describedby={`way-${key}`}>
              {label}
            </LinkButton>
            <p className="sec" id={`way-${key}`}>
              {hint}
            </p>
          </div>
        ))}
      </div>
    </Card>
  )
}

function afterReceipt({ me, t, at, track, may }: TransferPage): ReactNode[] {
  const offered = (act: ReasonAct): boolean => may(act).is === 'yes' && isStageAct(act) && !faultOf(act, track, me.now)
  const stages = reasonActsAt('received')
    .filter(offered)
    .map((act) => (
      <div key={act}>
        <LinkButton href={`${at}/${REASON_ACTS[act].slug}`}>{t.reasonAct[act].title}</LinkButton>
      </div>
    ))
  if (trackPhase(track.phase).tab !== 'examining') return stages
  const way = (key: string, answer: string, label: string, whyNot: string): ReactNode =>
    answer === 'yes' ? (
      <div key={key}>
        <LinkButton href={`${at}/${key}`}>{label}</LinkButton>
      </div>
    ) : answer === 'not-now' && whyNot ? (
      <div key={key}>
        <NotNow reason={whyNot}>{label}</NotNow>
      </div>
    ) : null
  return [
    way(
      'decision',
      may('FileCase').is === 'not-now' ? 'not-now' : '',
      t.receiving.decide,
      track.phase === 'received' ? t.receiving.openFirst : t.receiving.awaited,
    ),
    way('supplement', may('AskSupplement').is, t.receiving.ask, ''),
    way('pass-on', may('PassOn').is, t.receiving.passOn, ''),
    ...stages,
    ...reasonActsAt('received').map(
      (act) => !isStageAct(act) && way(REASON_ACTS[act].slug, may(act).is, t.reasonAct[act].title, t.reasonAct[act].notNow ?? ''),
    ),
  ].filter((row) => row !== null && row !== false)
}
