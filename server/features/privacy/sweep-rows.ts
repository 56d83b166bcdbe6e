import type { PoolClient } from 'pg'
import { sweepTies } from '../introductions/of-person.ts'
import { sweepMail } from '../mailboxes/sweep-mail.ts'
import { sweepMeetings } from '../meetings/of-person.ts'

type Swept = Record<string, number>

/** Takes somebody out of everything that is no fact: what was sent, what was imported, what was compared. Returns how many rows of each. */
export async function sweepRows(tx: PoolClient, personId: string, words: readonly string[]): Promise<Swept> {
  const swept: Swept = {}
  const run = async (what: string, sql: string, values: unknown[]): Promise<void> => {
    const { rowCount } = await tx.query(sql, values)
    if (rowCount) swept[what] = (swept[what] ?? 0) + rowCount
  }
  const named = (column: string): string =>
    `exists (select 1 from unnest($1::text[]) as word where strpos(lower(${column}), word) > 0)`
  await run(
    'mails',
    `delete from mails where mail_id in (select mail_id from notice_posts p join notices n using (notice_id) where n.person_id = $2)
       or ${named('mails.subject')} or ${named("coalesce(mails.content, '')")} or ${named("coalesce(mails.error, '')")}`,
    [words, personId],
  )
  await run('notices', 'delete from notices where person_id = $1', [personId])
  await run('notices', `delete from notices where ${named('data::text')}`, [words])
  await run(
    'webhooks',
    `with gone as (delete from webhook_events where strpos(data::text, $2) > 0 or ${named('data::text')} returning event_id)
     delete from webhook_tries where event_id in (select event_id from gone)`,
    [words, personId],
  )
  await run('webhooks', `update webhook_tries set answer = null where ${named("coalesce(answer, '')")}`, [words])
  await run(
    'importRows',
    `update import_issues set raw = null, message = case when ${named('message')} then 'erased' else message end where ${named("coalesce(raw, '')")} or ${named('message')}`,
    [words],
  )
  await run('duplicates', 'delete from duplicates where low = $1 or high = $1', [personId])
  await run('merges', 'delete from merges where into_person = $1 or from_person = $1', [personId])
  await run(
    'merges',
    `update merges set person = '{}', held = '[]' where ${named('person::text')} or ${named('held::text')}`,
    [words],
  )
  await run('looks', 'delete from story_looks where person_id = $1', [personId])
  await run('calls', 'delete from call_plans where person_id = $1', [personId])
  await run('calls', 'delete from call_entries where person_id = $1', [personId])
  await run('calls', 'delete from call_outcomes where person_id = $1', [personId])
  await run(
    'calls',
    `delete from incoming_calls where person_id = $1 or from_number in (select value from identities where person_id = $1 and kind = 'phone')`,
    [personId],
  )
  await run('conversations', 'delete from conversations where person_id = $1', [personId])
  await run('documents', 'delete from documents where person_id = $1', [personId])
  await run('codes', 'delete from campaign_codes where person_id = $1', [personId])
  await run(
    'accounts',
    `update accounts set name = 'erased', domain = null, external_id = null where (${named('name')} or ${named("coalesce(domain, '')")})
       and not exists (select 1 from people p where p.account_id = accounts.account_id and p.person_id <> $2)`,
    [[...words, ...partsOf(words)], personId],
  )
  const meetings = await sweepMeetings(tx, personId)
  if (meetings > 0) swept.meetings = meetings
  const ties = await sweepTies(tx, personId)
  if (ties > 0) swept.ties = ties
  const letters = await sweepMail(tx, personId)
  if (letters > 0) swept.letters = letters
  await run('keys', 'delete from identities where person_id = $1', [personId])
  return swept
}

/** The parts of a name: a company of one person often bears it. */
function partsOf(words: readonly string[]): string[] {
  return words
    .filter((word) => /^[^@\d]+ [^@\d]+$/.test(word))
    .flatMap((word) => word.split(/\s+/))
    .filter((part) => part.length > 3)
}
