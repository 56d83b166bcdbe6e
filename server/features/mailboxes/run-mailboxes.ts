import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { alarmGaps } from './alarm-gaps.ts'
import { sendDueOutgoing } from './send-due-outgoing.ts'
import { CLAIM_S, watchMailbox } from './watch-mailbox.ts'

const LOOK_EVERY_MS = 1_000
const ALARM_EVERY_MS = 60_000
/** Each is one connection held open. */
const MOST_AT_ONCE = 500

async function claimMailboxes(ctx: Context, workerId: string, most: number): Promise<string[]> {
  const { rows } = await ctx.db.query<{ mailbox_id: string }>(
    `update mailboxes m set claimed_by = $1, claimed_until = $2::timestamptz + make_interval(secs => $3)
       from (select mailbox_id from mailboxes
              where not is_paused and next_try_at <= $2 and (claimed_until is null or claimed_until <= $2)
              order by next_try_at limit $4 for update skip locked) as due
      where m.mailbox_id = due.mailbox_id returning m.mailbox_id`,
    [workerId, new Date(ctx.now()), CLAIM_S, most],
  )
  return rows.map((row) => row.mailbox_id)
}

/** Holds every mailbox open in this process, sends what colleagues wrote, and raises alarms, until stopped. A mailbox is held by one process. */
export function runMailboxes(ctx: Context): { stop(): Promise<void> } {
  const workerId = randomUUID()
  const ending = new AbortController()
  const open = new Map<string, Promise<void>>()
  const running = new Set<Promise<void>>()
  const fault = (what: string) => (error: unknown) => {
    if (!ending.signal.aborted) ctx.log.error({ err: error }, `${what}; trying again`)
  }
  const every = (ms: number, what: string, work: () => Promise<unknown>): NodeJS.Timeout => {
    let isBusy = false
    return setInterval(() => {
      if (isBusy) return
      isBusy = true
      const run: Promise<void> = work()
        .then(() => undefined)
        .catch(fault(what))
        .finally(() => {
          isBusy = false
          running.delete(run)
        })
      running.add(run)
    }, ms)
  }
  const look = async (): Promise<void> => {
    const most = MOST_AT_ONCE - open.size
    if (most <= 0) return
    for (const mailboxId of await claimMailboxes(ctx, workerId, most)) {
      if (open.has(mailboxId)) continue
      const watching = watchMailbox(ctx, mailboxId, workerId, ending.signal)
        .catch(fault('a mailbox could not be watched'))
        .finally(() => open.delete(mailboxId))
      open.set(mailboxId, watching)
    }
  }
  const timers = [
    every(LOOK_EVERY_MS, 'mailboxes could not be looked up', look),
    every(LOOK_EVERY_MS, 'mails of colleagues could not be sent', () => sendDueOutgoing(ctx, ending.signal)),
    every(ALARM_EVERY_MS, 'mailboxes could not be compared', () => alarmGaps(ctx)),
  ]
  return {
    async stop() {
      ending.abort()
      for (const timer of timers) clearInterval(timer)
      await Promise.all([...running, ...open.values()])
    },
  }
}
