/** What else can be done than what is next: before the receipt the other ways of signing, afterwards asking, passing on, returning. */
import type { ReactNode } from 'react'
import { LinkButton, NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { REASON_ACTS, reasonActsAt } from '#lib/schemas/reason-acts'
import { limitOf } from '../../_track/limits.ts'
import type { TransferPageData } from '../../_track/open.ts'

type Way = Readonly<{ key: string; href: string; label: string; hint?: string }>

export function Ways({ page }: { page: TransferPageData }) {
  const { t, track } = page
  if (track.phase === 'sent') return <BeforeReceipt page={page} />
  const rows = afterReceipt(page)
  return (
    rows.length > 0 && (
      <Card title={t.recv.others}>
        <div className="row">{rows}</div>
      </Card>
    )
  )
}

/** 不得以材料不全为由不接受移送: each way signs first (GA2020 art. 180¶2). */
function BeforeReceipt({ page }: { page: TransferPageData }) {
  const { me, t, at, may, track, names } = page
  const from = names.of(track.snapshot.from)
  const [askIn, passIn] = [limitOf(page, 'ask-supplement'), limitOf(page, 'pass-on')]
  if (may('SignReceipt').is !== 'yes') return null
  const then = (way: string): string => `${at}/receipt?then=${way}`
  const ways: (Way | false)[] = [
    may('AskSupplement').is !== 'never' && {
      key: 'supplement',
      href: then('supplement'),
      label: t.rcpt.incomplete,
      hint: askIn ? t.recv.askHint(askIn) : t.recv.askHintPromptly,
    },
    may('PassOn').is !== 'never' && {
      key: 'pass-on',
      href: then('pass-on'),
      label: t.rcpt.wrongBody,
      hint: passIn ? t.recv.passHint(passIn) : t.recv.passHintPromptly,
    },
    ...reasonActsAt('received').map((act) => {
      const [{ slug }, { signsFirst, note }] = [REASON_ACTS[act], t.reasonAct[act]]
      return may(act).is !== 'never' && !!signsFirst && { key: slug, href: then(slug), label: signsFirst.button, hint: note(from) }
    }),
  ]
  const shown = ways.filter((way) => way !== false)
  if (shown.length === 0) return null
  return (
    <Card title={t.recv.others}>
      <p className="hint">{[t.rcpt.readNotReceipt, t.recv.signs].join(me.lang === 'en' ? ' ' : '')}</p>
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

function afterReceipt({ t, at, track, may }: TransferPageData): ReactNode[] {
  if (trackPhase(track.phase).tab !== 'examining') return []
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
  const late = track.phase === 'examining'
  return [
    way(
      'decision',
      may('FileCase').is === 'not-now' ? 'not-now' : '',
      t.recv.decide,
      track.phase === 'received' ? t.recv.openFirst : t.recv.awaited,
    ),
    way('supplement', may('AskSupplement').is, t.recv.ask, late ? t.recv.askedLate : ''),
    way('pass-on', may('PassOn').is, t.recv.passOn, late ? t.recv.passedLate : ''),
    ...reasonActsAt('received').map((act) =>
      way(REASON_ACTS[act].slug, may(act).is, t.reasonAct[act].title, t.reasonAct[act].notNow ?? ''),
    ),
  ].filter((row) => row !== null)
}
