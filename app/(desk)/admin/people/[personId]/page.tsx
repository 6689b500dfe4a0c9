import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { Banner } from '#app/_ui/banner'
import { Card } from '#app/_ui/card'
import { CopyButton } from '#app/_ui/copy-button'
import { DataTable } from '#app/_ui/data-table'
import { SummaryList } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { formatDay } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { doneOf } from '#lib/server/forms/forms'
import { currentOrigin } from '#lib/server/edge/origin'
import { listProposals, readPersonFile } from '#lib/usecases/office/read-office'
import { AdminHead } from '#app/(desk)/admin/_parts/admin-head.tsx'
import { administrator } from '#app/(desk)/admin/_parts/administrator'
import { addressOf, SHOWN_CODE, SHOWN_LINK } from './address.ts'
import { EndPost, GrantPost } from './post-forms.tsx'
import { IssueCode, IssueLink, RecordLeaving, RenamePerson } from './person-forms.tsx'
import { ProposalCard } from './proposal-card.tsx'

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const me = await administrator()
  const t = messagesOf(me.lang)
  const file = await readPersonFile(me.read, (await params).personId, me.now)
  return { title: t.app.title(file?.person.name ?? t.errors.notFoundTitle) }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const me = await administrator()
  const t = messagesOf(me.lang)
  const { personId } = await params
  const file = await readPersonFile(me.read, personId, me.now)
  if (!file) notFound()
  const { person, posts } = file
  const done = doneOf(await searchParams)
  const proposals = (await listProposals(me.read, me.person.personId, me.now)).filter((one) => one.personId === personId)
  const token = done?.code === 'link-issued' && me.may('IssueLink') ? (await cookies()).get(SHOWN_LINK)?.value : undefined
  const code = done?.code === 'code-issued' && me.may('IssueCode') ? (await cookies()).get(SHOWN_CODE)?.value : undefined
  const link = token && `${await currentOrigin()}/welcome/${token}`
  const credential = await me.desk.readCredential(personId)
  const isSelf = personId === me.person.personId
  const isActive = person.leftOn === ''
  const mayChange = isActive && (me.may('RenamePerson') || (me.may('GrantPost') && !isSelf))
  return (
    <div className="stack">
      <AdminHead me={me} t={t} part="people" title={person.name} current={addressOf(personId)} done={done} />
      {link && (
        <Banner kind="warn" title={t.admin.linkShown}>
          <p className="row">
            <code>{link}</code>
            <CopyButton text={link} label={t.form.copy(t.admin.linkCopy)} copied={t.form.copied} />
          </p>
        </Banner>
      )}
      {code && (
        <Banner kind="warn" title={t.admin.codeShown}>
          <p className="row">
            <code>{code}</code>
            <CopyButton text={code} label={t.form.copy(t.admin.codeCopy)} copied={t.form.copied} />
          </p>
        </Banner>
      )}
      <div className={mayChange ? 'split' : undefined}>
        <div className="stack">
          <Card title={t.account.person}>
            <SummaryList
              two
              items={[
                { key: 'login', label: t.admin.login, value: person.login },
                { key: 'phone', label: t.admin.phone, value: person.phone || t.list.none },
                { key: 'from', label: t.admin.since, value: formatDay(person.from, me.lang) },
                {
                  key: 'state',
                  label: t.signIn.password,
                  value: isActive
                    ? credential
                      ? t.admin.hasPassword
                      : t.admin.hasNoPassword
                    : t.admin.left(formatDay(person.leftOn, me.lang)),
                },
              ]}
            />
          </Card>
          <Card title={t.admin.postsCaption} flush>
            <DataTable
              caption={t.admin.postsCaption}
              rows={posts}
              rowKey={({ postId }) => postId}
              empty={t.admin.postsEmpty}
              columns={[
                { key: 'post', label: t.admin.post, head: true, cell: ({ post }) => t.post[post] },
                {
                  key: 'unit',
                  label: t.admin.unit,
                  card: t.admin.unit,
                  cell: ({ unit }) => (me.lang === 'en' && unit?.nameEn) || unit?.name,
                },
                { key: 'from', label: t.account.from, card: t.account.from, nowrap: true, cell: ({ from }) => formatDay(from, me.lang) },
                {
                  key: 'to',
                  label: t.account.to,
                  card: t.account.to,
                  nowrap: true,
                  cell: ({ to }) => (to ? formatDay(to, me.lang) : t.list.none),
                },
                {
                  key: 'is',
                  label: t.admin.state,
                  cell: ({ is }) => (
                    <Tag kind={is === 'present' ? 'ok' : 'rest'}>
                      {is === 'present' ? t.admin.present : is === 'ended' ? t.admin.ended : t.admin.toCome}
                    </Tag>
                  ),
                },
              ]}
            />
          </Card>
          {proposals.map((proposal) => (
            <ProposalCard key={proposal.postId} me={me} proposal={proposal} />
          ))}
        </div>
        {mayChange && (
          <div className="stack">
            {me.may('GrantPost') && !isSelf && <GrantPost me={me} personId={personId} />}
            {me.may('EndPost') && !isSelf && <EndPost me={me} personId={personId} posts={posts} />}
            {me.may('IssueCode') && !isSelf && <IssueCode me={me} personId={personId} />}
            {me.may('IssueLink') && <IssueLink me={me} personId={personId} />}
            {me.may('RenamePerson') && <RenamePerson me={me} personId={personId} name={person.name} />}
            {me.may('RecordLeaving') && !isSelf && <RecordLeaving me={me} personId={personId} />}
          </div>
        )}
      </div>
    </div>
  )
}
