import type { PoolClient } from 'pg'

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
