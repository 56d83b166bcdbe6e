import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { whyNot } from '../facts/policy.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { noSuchMeeting } from './change-meeting.ts'
import type { listFreeTimes as listing, offerMeeting as promise } from './desk-contract.ts'
import { hostByHand, readGuest, rulesByHand } from './draft-by-hand.ts'
import { freeTimes } from './free-times.ts'
import { readHosts } from './hosts.ts'
import { type MeetingType, readMeetingTypes } from './meeting-type.ts'
import { rulesOf } from './move-meeting.ts'
import { requireMine } from './policy.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
type Times = z.input<NonNullable<(typeof listing)['response']>>

async function ownerOf(ctx: Context, personId: string): Promise<string | null> {
  const { rows } = await ctx.db.query<{ owner: string | null }>(
    'select owner from leads where person_id = $1 order by attempt desc limit 1',
    [personId],
  )
  return rows[0]?.owner ?? null
}

/** Those a host has themselves come first. */
async function typesFor(ctx: Context, hostId: string): Promise<(MeetingType & { isOfHost: boolean })[]> {
  const { rows } = await ctx.db.query<{ team_id: string | null }>('select team_id from users where id = $1', [hostId])
  const team = rows[0]?.team_id ?? null
  const types = await readMeetingTypes(ctx.db)
  return types
    .map((type) => ({
      ...type,
      isOfHost: type.hostIds.includes(hostId) || (type.teamId !== null && type.teamId === team),
    }))
    .sort((a, b) => Number(b.isOfHost) - Number(a.isOfHost))
}

/** What somebody at their desk needs to book a meeting: kinds of meetings, free times of the host, and who the guest is. */
export async function offerMeeting(ctx: Context, caller: Caller, query: Query): Promise<View> {
  const house = await readHouseSettings(ctx.db)
  const host = await hostByHand(ctx, caller, query.hostId)
  const guest = await readGuest(ctx, query.personId, house)
  const { rules } = await rulesByHand(ctx, host, query)
  const slots = await freeTimes(ctx, { host, rules, from: query.from, days: query.days })
  const why = whyNot(caller, 'meeting.booked', await ownerOf(ctx, query.personId))
  return {
    guest,
    host: { id: host.id, name: host.name },
    types: (await typesFor(ctx, host.id)).map(({ id, name, minutes, placeKind, place, isOfHost }) => ({
      id,
      name,
      minutes,
      placeKind,
      place,
      isOfHost,
    })),
    minutes: rules.minutes,
    slots: slots.map((at) => new Date(at).toISOString()),
    hasMailServer: (await readMailSettings(ctx.db, ctx)) !== null,
    mayBook: { isAllowed: why === null, why },
  }
}

/** When a meeting could be moved to. */
export async function listFreeTimes(
  ctx: Context,
  caller: Caller,
  { meetingId, from, days }: { meetingId: string; from?: string | undefined; days: number },
): Promise<Times> {
  const meeting = await requireMine(ctx, caller, meetingId)
  const [host] = await readHosts(ctx.db, [meeting.host])
  if (host === undefined) throw noSuchMeeting()
  const rules = await rulesOf(ctx, meeting)
  const slots = await freeTimes(ctx, { host, rules, from, days, without: meetingId })
  return { minutes: rules.minutes, slots: slots.map((at) => new Date(at).toISOString()) }
}
