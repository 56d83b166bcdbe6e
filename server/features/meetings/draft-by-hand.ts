import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { type HouseSettings, readHouseSettings } from '../setup/house-settings.ts'
import type { bookByHand as promise } from './desk-contract.ts'
import { type Host, readHosts } from './hosts.ts'
import { looseType, type MeetingType, readMeetingTypes } from './meeting-type.ts'
import { isManager } from './policy.ts'
import { zoneOfGuest } from './zone-of-guest.ts'

export type ByHand = z.output<NonNullable<(typeof promise)['body']>>
export type Guest = {
  name: string
  email: string | null
  phone: string | null
  language: 'en' | 'fr'
  zone: string | null
}
type Draft = { host: Host; guest: Guest; type: MeetingType | null; rules: MeetingType; title: string; zone: string }

const MINUTES = 30
type Row = { name: string; email: string | null; phone: string | null; state: PersonState }

/** Who a meeting by hand is with; their language and zone where they are known. */
export async function readGuest(ctx: Context, personId: string, house: HouseSettings): Promise<Guest> {
  const { rows } = await ctx.db.query<Row>(
    'select name, email, phone, state from people where person_id = $1 and erased_at is null',
    [personId],
  )
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
  const language = row.state.person.language
  return {
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: language === 'en' || language === 'fr' ? language : house.locale,
    zone: zoneOfGuest(row.state),
  }
}

/** Whose time it takes: one's own, or a colleague's where a manager gives it. */
export async function hostByHand(ctx: Context, caller: Caller, hostId = caller.id): Promise<Host> {
  if (hostId !== caller.id && !isManager(caller))
    throw new Problem('not-allowed', 'A colleague’s time is for managers to give.', { mend: 'Book it with yourself.' })
  const [host] = await readHosts(ctx.db, [hostId])
  if (host === undefined)
    throw new Problem('not-found', 'There is no such colleague.', { mend: 'Choose from the list of people.' })
  return host
}

/** The rules a meeting by hand keeps: those of its kind, with a length of its own where one is given. */
export async function rulesByHand(
  ctx: Context,
  host: Host,
  asked: { typeId?: string | undefined; minutes?: number | undefined },
): Promise<{ type: MeetingType | null; rules: MeetingType }> {
  const [type = null] = asked.typeId === undefined ? [] : await readMeetingTypes(ctx.db, { id: asked.typeId })
  const minutes = asked.minutes ?? type?.minutes ?? MINUTES
  return { type, rules: type === null ? looseType(minutes, host.id) : { ...type, minutes } }
}

/** A meeting by hand as it will stand, with what was left open filled in. */
export async function draftByHand(ctx: Context, caller: Caller, body: ByHand): Promise<Draft> {
  const house = await readHouseSettings(ctx.db)
  const host = await hostByHand(ctx, caller, body.hostId)
  const guest = await readGuest(ctx, body.personId, house)
  const { type, rules } = await rulesByHand(ctx, host, body)
  const title = body.title ?? type?.name ?? (guest.language === 'fr' ? 'Rendez-vous' : 'Meeting')
  return { host, guest, type, rules, title, zone: guest.zone ?? house.zone }
}
