import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchMeeting } from './change-meeting.ts'
import { findMeeting, type Meeting } from './meeting.ts'

export function isManager(caller: Caller): boolean {
  return caller.role === 'admin' || caller.role === 'manager'
}

/** Whether somebody may say what became of a meeting, move it or cancel it: its host, who booked it, and managers. */
export function mayChange(caller: Caller, meeting: Pick<Meeting, 'host' | 'bookedBy'>): boolean {
  return (
    isManager(caller) || (caller.role === 'seller' && (meeting.host === caller.id || meeting.bookedBy === caller.id))
  )
}

/** Refuses what is another colleague's meeting. */
export async function requireMine(ctx: Context, caller: Caller, meetingId: string): Promise<Meeting> {
  const meeting = await findMeeting(ctx.db, meetingId)
  if (meeting === null) throw noSuchMeeting()
  if (mayChange(caller, meeting)) return meeting
  throw new Problem(
    'not-allowed',
    caller.locale === 'fr' ? 'Ce rendez-vous est à un autre collègue.' : 'This is another colleague’s meeting.',
    { mend: caller.locale === 'fr' ? 'Demandez-lui, ou à un responsable.' : 'Ask them, or a manager.' },
  )
}
