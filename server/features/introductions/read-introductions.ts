import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import type { introductionView } from './contract.ts'

export type IntroductionView = z.input<typeof introductionView>

type Row = {
  id: string
  personId: string
  personName: string
  company: string | null
  askedUser: string | null
  askedPerson: string | null
  userName: string | null
  askedName: string | null
  askedCompany: string | null
  forUser: string
  forName: string
  status: IntroductionView['status']
  note: string
  askedAt: Date
  promisedAt: Date | null
  settledAt: Date | null
}
type Asked = { personId?: string | null; id?: string | null; status: string | null; limit: number }

function viewOf(row: Row, caller: Caller): IntroductionView {
  const asked =
    row.askedUser !== null
      ? ({ kind: 'colleague', id: row.askedUser, name: row.userName ?? '', detail: '' } as const)
      : row.askedPerson !== null
        ? ({ kind: 'person', id: row.askedPerson, name: row.askedName ?? '', detail: row.askedCompany ?? '' } as const)
        : null
  const isConcerned = row.forUser === caller.id || row.askedUser === caller.id
  return {
    id: row.id,
    person: { id: row.personId, name: row.personName, company: row.company },
    asked,
    for: { id: row.forUser, name: row.forName },
    status: row.status,
    note: row.note,
    askedAt: row.askedAt.toISOString(),
    promisedAt: row.promisedAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    mayChange: caller.role !== 'viewer' && (isConcerned || caller.role === 'admin' || caller.role === 'manager'),
  }
}

/** Introductions that were asked for, the latest change first. */
export async function readIntroductions(db: Queryable, caller: Caller, asked: Asked): Promise<IntroductionView[]> {
  const { rows } = await db.query<Row>(
    `select i.introduction_id as id, i.person_id as "personId", coalesce(nullif(p.name, ''), p.email, '') as "personName", p.company,
            i.asked_user as "askedUser", i.asked_person as "askedPerson", u.name as "userName", coalesce(nullif(k.name, ''), k.email) as "askedName",
            k.company as "askedCompany", i.for_user as "forUser", f.name as "forName", i.status, i.note, i.asked_at as "askedAt",
            i.promised_at as "promisedAt", i.settled_at as "settledAt"
       from introductions i join users f on f.id = i.for_user left join people p on p.person_id = i.person_id
       left join users u on u.id = i.asked_user left join people k on k.person_id = i.asked_person
      where ($1::uuid is null or i.person_id = $1) and ($2::uuid is null or i.introduction_id = $2) and ($3::text is null or i.status = $3)
      order by i.updated_at desc, i.introduction_id limit $4`,
    [asked.personId ?? null, asked.id ?? null, asked.status, asked.limit],
  )
  return rows.map((row) => viewOf(row, caller))
}
