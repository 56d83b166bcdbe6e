import type { PoolClient } from 'pg'

const TIE =
  'tie_id, person_id, knower_user, knower_person, strength, since, source, note, created_by, created_at, updated_at'

async function note(
  tx: PoolClient,
  mergeId: string,
  what: 'tie' | 'introduction',
  rows: readonly string[],
): Promise<void> {
  await tx.query(
    'insert into merged_rows (merge_id, what, ref) select $1, $2, ref from unnest($3::text[]) as ref on conflict do nothing',
    [mergeId, what, rows],
  )
}

/** Gives another address to what is known of somebody's acquaintances. Rows are noted as they were, so that they can go back. */
export async function moveTies(tx: PoolClient, mergeId: string, from: string, into: string): Promise<void> {
  const ties = await tx.query<{ row: string }>(
    'with gone as (delete from ties where person_id = $1 or knower_person = $1 returning *) select to_jsonb(gone)::text as row from gone',
    [from],
  )
  await note(
    tx,
    mergeId,
    'tie',
    ties.rows.map(({ row }) => row),
  )
  for (const { row } of ties.rows)
    await tx.query(
      `insert into ties (${TIE})
       select tie_id, case person_id when $2 then $3 else person_id end, knower_user, case knower_person when $2 then $3 else knower_person end,
              strength, since, source, note, created_by, created_at, updated_at
         from jsonb_populate_record(null::ties, $1::jsonb)
        where case person_id when $2 then $3 else person_id end is distinct from case knower_person when $2 then $3 else knower_person end
       on conflict do nothing`,
      [row, from, into],
    )
  const asked = await tx.query<{ row: string }>(
    'select to_jsonb(i)::text as row from introductions i where person_id = $1 or asked_person = $1',
    [from],
  )
  await note(
    tx,
    mergeId,
    'introduction',
    asked.rows.map(({ row }) => row),
  )
  await tx.query('update introductions set person_id = $2 where person_id = $1', [from, into])
  await tx.query('update introductions set asked_person = $2 where asked_person = $1', [from, into])
}

/** Puts back what a merge moved. */
export async function moveTiesBack(tx: PoolClient, mergeId: string): Promise<void> {
  const { rows } = await tx.query<{ what: string; ref: string }>(
    `select what, ref from merged_rows where merge_id = $1 and what in ('tie', 'introduction')`,
    [mergeId],
  )
  for (const { what, ref } of rows) {
    if (what === 'tie') {
      await tx.query('delete from ties where tie_id = (jsonb_populate_record(null::ties, $1::jsonb)).tie_id', [ref])
      await tx.query(
        `insert into ties (${TIE}) select ${TIE} from jsonb_populate_record(null::ties, $1::jsonb) on conflict do nothing`,
        [ref],
      )
    } else
      await tx.query(
        `update introductions set person_id = o.person_id, asked_person = o.asked_person
           from jsonb_populate_record(null::introductions, $1::jsonb) as o where introductions.introduction_id = o.introduction_id`,
        [ref],
      )
  }
}

/** Takes somebody out of what is known of acquaintances. Returns how many rows went. */
export async function sweepTies(tx: PoolClient, personId: string): Promise<number> {
  const ties = await tx.query('delete from ties where person_id = $1 or knower_person = $1', [personId])
  const asked = await tx.query('delete from introductions where person_id = $1 or asked_person = $1', [personId])
  await tx.query(`update introductions set path = '[]' where strpos(path::text, $1::text) > 0`, [personId])
  return (ties.rowCount ?? 0) + (asked.rowCount ?? 0)
}
