import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'

export const PLACES = ['phone', 'video', 'address'] as const
export type PlaceKind = (typeof PLACES)[number]
export const question = z.object({ label: z.string().trim().min(1).max(200), isRequired: z.boolean() })

/** What can be booked. Minutes are minutes; the step is how far apart beginnings lie. */
export type MeetingType = {
  id: string
  slug: string
  name: string
  intro: string
  minutes: number
  bufferBefore: number
  bufferAfter: number
  stepMinutes: number
  horizonDays: number
  noticeMinutes: number
  dayLimit: number | null
  placeKind: PlaceKind
  place: string
  questions: z.output<typeof question>[]
  assigns: 'owner first' | 'round robin'
  teamId: string | null
  hostIds: string[]
  isPublished: boolean
  createdBy: string | null
}

type Row = Omit<MeetingType, 'questions'> & { questions: unknown }

/** The types that can be booked, all or the one with this slug or id, by name. */
export async function readMeetingTypes(
  db: Queryable,
  only: { slug?: string; id?: string } = {},
): Promise<MeetingType[]> {
  const { rows } = await db.query<Row>(
    `select t.type_id as id, t.slug, t.name, t.intro, t.minutes, t.buffer_before as "bufferBefore", t.buffer_after as "bufferAfter",
            t.step_minutes as "stepMinutes", t.horizon_days as "horizonDays", t.notice_minutes as "noticeMinutes", t.day_limit as "dayLimit",
            t.place_kind as "placeKind", t.place, t.questions, t.assigns, t.team_id as "teamId", t.is_published as "isPublished",
            t.created_by as "createdBy",
            array(select h.user_id from meeting_type_hosts h where h.type_id = t.type_id order by h.user_id) as "hostIds"
       from meeting_types t
      where ($1::text is null or t.slug = $1) and ($2::uuid is null or t.type_id = $2)
      order by lower(t.name), t.slug`,
    [only.slug ?? null, only.id ?? null],
  )
  return rows.map((row) => {
    const questions = z.array(question).safeParse(row.questions)
    return { ...row, questions: questions.success ? questions.data : [] }
  })
}

/** What holds for a meeting that is of no type any more. */
export function looseType(minutes: number, hostId: string): MeetingType {
  return {
    id: randomUUID(),
    slug: '',
    name: '',
    intro: '',
    minutes,
    bufferBefore: 0,
    bufferAfter: 0,
    stepMinutes: 30,
    horizonDays: 60,
    noticeMinutes: 60,
    dayLimit: null,
    placeKind: 'phone',
    place: '',
    questions: [],
    assigns: 'round robin',
    teamId: null,
    hostIds: [hostId],
    isPublished: true,
    createdBy: null,
  }
}
