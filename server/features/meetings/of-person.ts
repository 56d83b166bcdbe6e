import type { PoolClient } from 'pg'

/** Moves meetings to another address with the facts that made them; null for all of them. */
export async function moveMeetings(
  tx: PoolClient,
  from: string,
  into: string,
  factIds: readonly string[] | null,
): Promise<void> {
  await tx.query(
    'update meetings set person_id = $2 where person_id = $1 and ($3::uuid[] is null or fact_id = any($3::uuid[]))',
    [from, into, factIds],
  )
}

/** Takes somebody out of their meetings: that they took place stays, with whom does not. Returns how many. */
export async function sweepMeetings(tx: PoolClient, personId: string): Promise<number> {
  await tx.query(
    `delete from mails where kind = 'meeting' and address in (select guest_email from meetings where person_id = $1)`,
    [personId],
  )
  const { rowCount } = await tx.query(
    `update meetings set guest_name = 'erased', guest_email = null, guest_phone = null, answers = '[]', touch = null, owed = '[]',
            reply_comment = null, proposed_comment = null, note = '', next_step = '', place = case when place_kind = 'phone' then '' else place end
      where person_id = $1`,
    [personId],
  )
  return rowCount ?? 0
}
