/** Whole mornings, for journeys that begin where others end. */
import { attachEvidence } from './evidence.ts'
import { recordAmounts, recordSubjects, registerCase } from './registering.ts'
import { approve, confirmReport, submitReport, writeReport } from './report.ts'
import { sendTransfer, type Sent } from './sending.ts'
import type { Person } from '../people.ts'
import type { Matter, Story } from '../stories.ts'

export type Team = Readonly<{ handler: Person; second: Person; head: Person }>

export async function build(story: Story, { handler, second }: Omit<Team, 'head'>): Promise<Matter> {
  const matter = await handler.does(registerCase(story, second.login))
  await handler.does(recordSubjects(matter))
  await handler.does(recordAmounts(matter))
  await handler.does(attachEvidence(matter))
  await handler.does(writeReport(matter))
  return matter
}
export async function submit(matter: Matter, { handler, second }: Omit<Team, 'head'>): Promise<void> {
  await second.does(confirmReport(matter))
  await handler.does(submitReport(matter))
}
export async function buildToApproval(story: Story, team: Team): Promise<Matter> {
  const matter = await build(story, team)
  await submit(matter, team)
  await team.head.does(approve(matter))
  return matter
}
export async function buildToSending(story: Story, team: Team): Promise<{ matter: Matter; sent: Sent }> {
  const matter = await buildToApproval(story, team)
  return { matter, sent: await team.handler.does(sendTransfer(matter)) }
}
