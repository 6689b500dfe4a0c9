import type { ReactNode } from 'react'
import { SubmitButton } from '#app/_ui/button'
import { DataTable } from '#app/_ui/data-table'
import { Link } from '#app/_ui/link'
import { Tag } from '#app/_ui/tag'
import { formatInstantShort, type Lang } from '#lib/i18n/dates'
import type { Messages } from '#lib/i18n/messages'
import type { ShownNotice } from '#lib/usecases/list-notices'
import { DutyClock } from '../../work/_parts/duty-clock.tsx'
import { noticeHref } from './where.ts'

type Given = Readonly<{ rows: readonly ShownNotice[]; t: Messages; lang: Lang; now: string; empty: string; pager: ReactNode }>

export function NoticeTable({ rows, t, lang, now, empty, pager }: Given) {
  return (
    <DataTable
      caption={t.ntf.caption}
      rows={rows}
      rowKey={({ noticeId }) => noticeId}
      empty={empty}
      pager={pager}
      columns={[
        {
          key: 'time',
          label: t.ntf.time,
          nowrap: true,
          cell: ({ at, readAt }) => (
            <>
              <time dateTime={at}>{formatInstantShort(at, now, lang)}</time>
              {readAt !== '' && <small>{t.ntf.read(formatInstantShort(readAt, now, lang))}</small>}
            </>
          ),
        },
        { key: 'about', label: t.ntf.about, cell: (notice) => <About notice={notice} t={t} /> },
        { key: 'case', label: t.ntf.case, head: true, cell: (notice) => <CaseCell notice={notice} t={t} /> },
        { key: 'due', label: t.ntf.deadline, nowrap: true, cell: ({ duty }) => duty && <DutyClock {...{ duty, now, lang, t }} /> },
        { key: 'go', label: t.list.actions, nowrap: true, cell: (notice) => <Buttons notice={notice} t={t} /> },
      ]}
    />
  )
}

function About({ notice, t }: { notice: ShownNotice; t: Messages }) {
  const text = sentenceOf(notice, t)
  return notice.readAt === '' ? (
    <>
      <b>{text}</b> <Tag kind="warn">{t.ntf.unread}</Tag>
    </>
  ) : (
    text
  )
}

const sentenceOf = ({ code, about }: ShownNotice, t: Messages): string => t.told[code](JSON.parse(about)) // safe: lib/views/events.ts writes texts and numbers

function CaseCell({ notice, t }: { notice: ShownNotice; t: Messages }) {
  const href = noticeHref(notice)
  const name = notice.caseId === '' ? t.ntf.account : notice.caseNo
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
  reads === 'status' ? t.cpage.statusOnly : reads === 'tombstone' ? t.recv.takenBack : title

function Buttons({ notice, t }: { notice: ShownNotice; t: Messages }) {
  const href = noticeHref(notice)
  const isUnread = notice.readAt === ''
  return (
    <span className="row">
      {href && (
        <SubmitButton size="small" name="open" value={`${notice.noticeId} ${href}`} kind={notice.duty && isUnread ? 'primary' : 'plain'}>
          {notice.duty ? t.ntf.open : t.ntf.view}
          <span className="vh"> {notice.caseNo}</span>
        </SubmitButton>
      )}
      {isUnread && (
        <SubmitButton size="small" name="one" value={notice.noticeId} aria-label={t.ntf.markReadOf(sentenceOf(notice, t))}>
          {t.ntf.markRead}
        </SubmitButton>
      )}
    </span>
  )
}
