import type { Kit } from '../columns.ts'

/** What runs by itself, on one node at a time; and the few facts that belong to the portal as a whole. */
export const jobs = ({ table, key, text }: Kit) => ({
  job: table(
    'job',
    {
      name: text('name'),
      holder: text('holder'),
      leaseUntil: text('lease_until'),
      startedAt: text('started_at'),
      doneAt: text('done_at'),
      failedAt: text('failed_at'),
      failure: text('failure'),
    },
    (t) => [key({ name: 'job_key', columns: [t.name] })],
  ),
  fact: table('fact', { name: text('name'), value: text('value'), at: text('at') }, (t) => [key({ name: 'fact_key', columns: [t.name] })]),
})
