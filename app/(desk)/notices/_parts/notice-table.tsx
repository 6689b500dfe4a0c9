import type { ReactNode } from 'react'
import { SubmitButton } from '#app/_ui/button'
import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { formatInstantShort, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import type { ShownNotice } from '#lib/usecases/list-notices'
import { DutyClock } from '#app/(desk)/work/_parts/duty-clock.tsx'
import { noticeHref } from './where.ts'

type Given = Readonly<{ rows: readonly ShownNotice[]; t: Messages; lang: Lang; now: string; empty: string; pager: ReactNode }>

export function NoticeTable({ rows, t, lang, now, empty, pager }: Given) {
  return (
    <DataTable
      caption={t.notices.caption}
      rows={rows}
      rowKey={({ noticeId }) => noticeId}
      empty={empty}
      pager={pager}
      columns={[
        {
          key: 'time',
          label: t.notices.time,
          nowrap: true,
          cell: ({ at, readAt }) => (
            <>
              <time dateTime={at}>{formatInstantShort(at, now, lang)}</time>
              {readAt !== '' && <small>{t.notices.read(formatInstantShort(readAt, now, lang))}</small>}
            </>
          ),
        },
        { key: 'about', label: t.notices.about, cell: (notice) => <About notice={notice} t={t} /> },
        { key: 'case', label: t.notices.case, head: true, cell: (notice) => <CaseCell notice={notice} t={t} /> },
        { key: 'due', label: t.notices.deadline, nowrap: true, cell: ({ duty }) => duty && <DutyClock {...{ duty, now, lang, t }} /> },
        { key: 'go', label: t.list.actions, nowrap: true, cell: (notice) => <Buttons notice={notice} t={t} /> },
      ]}
    />
  )
}

function About({ notice, t }: { notice: ShownNotice; t: Messages }) {
  const text = sentenceOf(notice, t)
  return notice.readAt === '' ? (
    <>
      <b>{text}</b> <Tag kind="warn">{t.notices.unread}</Tag>
    </>
  ) : (
    text
  )
}

const sentenceOf = ({ code, about }: ShownNotice, t: Messages): string => t.sentences[code](JSON.parse(about)) // safe: lib/views/events.ts writes texts and numbers

function CaseCell({ notice, t }: { notice: ShownNotice; t: Messages }) {
  const href = noticeHref(notice)
  const name = notice.caseId === '' ? t.notices.account : notice.caseNo
  return (
    <>
      {href ? (
        <Link className="nw" href={href}>
          {name}
        </Link>
      ) : (
        name
      )}
      {notice.reads !== 'nothing' && <small>{wordsOf(notice, t)}</small>}
    </>
  )
}

const wordsOf = ({ reads, title }: ShownNotice, t: Messages): string =>
  reads === 'status' ? t.casePage.statusOnly : reads === 'tombstone' ? t.receiving.withdrawn : title

function Buttons({ notice, t }: { notice: ShownNotice; t: Messages }) {
  const href = noticeHref(notice)
  const isUnread = notice.readAt === ''
  return (
    <span className="row">
      {href && (
        <SubmitButton size="small" name="open" value={`${notice.noticeId} ${href}`} kind={notice.duty && isUnread ? 'primary' : 'plain'}>
          {notice.duty ? t.notices.open : t.notices.view}
          <span className="vh"> {notice.caseNo}</span>
        </SubmitButton>
      )}
      {isUnread && (
        <SubmitButton size="small" name="one" value={notice.noticeId} aria-label={t.notices.markReadOf(sentenceOf(notice, t))}>
          {t.notices.markRead}
        </SubmitButton>
      )}
    </span>
  )
}
