import type { Lead, QueueLead, RunningClock, Stage } from '../api/types.ts'
import type { ActId } from './acts.ts'

const ORDER: readonly Stage[] = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity', 'won']

type Changing = {
  stage: Stage
  acceptedAt: string | null
  contactedAt: string | null
  firstTouchAt: string | null
  touches: number
  dueAt: string | null
  dueClock: string | null
  clocks: RunningClock[]
}

function atLeast(stage: Stage, least: Stage): Stage {
  return ORDER.indexOf(stage) < ORDER.indexOf(least) ? least : stage
}

function without<T extends Changing>(lead: T, stopped: readonly string[]): T {
  const clocks = lead.clocks.filter((clock) => !stopped.includes(clock.name))
  const [next] = clocks.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  return { ...lead, clocks, dueAt: next?.dueAt ?? null, dueClock: next?.name ?? null }
}

function touched<T extends Changing>(lead: T, now: string): T {
  const stopped = without(lead, ['first contact', 'acceptance'])
  return {
    ...stopped,
    touches: lead.touches + 1,
    firstTouchAt: lead.firstTouchAt ?? now,
    acceptedAt: lead.acceptedAt ?? now,
  }
}

function changed<T extends Changing>(lead: T, act: ActId, now: string): T {
  switch (act) {
    case 'accept':
      return {
        ...without(lead, ['acceptance']),
        stage: atLeast(lead.stage, 'accepted'),
        acceptedAt: lead.acceptedAt ?? now,
      }
    case 'noAnswer':
    case 'voicemail':
      return { ...touched(lead, now), stage: atLeast(lead.stage, 'accepted') }
    case 'contacted':
    case 'meeting':
      return { ...touched(lead, now), stage: atLeast(lead.stage, 'contacted'), contactedAt: lead.contactedAt ?? now }
    default:
      return lead
  }
}

/** What the queue will most likely look like once the act is stored; null when the lead leaves it. The server has the last word. */
export function applyToQueueLead(lead: QueueLead, act: ActId, now: string): QueueLead | null {
  return act === 'reject' || act === 'disqualify' || act === 'sendBack' || act === 'won'
    ? null
    : changed(lead, act, now)
}

const ENDINGS: Partial<Record<ActId, 'rejected' | 'disqualified' | 'won'>> = {
  reject: 'rejected',
  disqualify: 'disqualified',
  won: 'won',
}

/** The same for a person's page. */
export function applyToLead(lead: Lead, act: ActId, now: string): Lead {
  const outcome = ENDINGS[act]
  const attempts = lead.attempts.map((attempt) => {
    if (attempt.outcome !== 'open') return attempt
    if (outcome !== undefined) return { ...attempt, outcome, closedAt: now, clocks: [], dueAt: null, dueClock: null }
    return changed(attempt, act, now)
  })
  return { ...lead, attempts }
}
