import type { Arrival } from './arrivals.ts'
import type { ChannelName } from './channels.ts'
import type { Profile } from './profile.ts'
import type { World } from './story.ts'
import { beforeWork } from './worktime-of-demo.ts'

export type LiveScene = {
  /** Working minutes before the end of the demo at which they raised their hand. */
  minutesAgo: number
  channel: ChannelName
  employees: number
  role: Profile['role']
  hasPhone: boolean
  /** Pages read just before. */
  pages: readonly string[]
  form: 'price list' | 'demo request'
  /** Working minutes until the owner accepted; null when nobody has touched it yet. */
  acceptedAfter: number | null
  /** On the screen of the seller whom visitors of the demo look at. */
  isFirstSellers: boolean
}

const HOT = ['/pricing', '/guides/first-visit-fix', '/pricing'] as const
const WARM = ['/guides/planning-board'] as const

function scene(minutesAgo: number, channel: ChannelName, more: Partial<LiveScene> = {}): LiveScene {
  return {
    minutesAgo,
    channel,
    employees: 120,
    role: 'director',
    hasPhone: true,
    pages: HOT,
    form: minutesAgo % 2 === 0 ? 'price list' : 'demo request',
    acceptedAfter: null,
    isFirstSellers: true,
    ...more,
  }
}

/** In working time, so that the clocks of a night or a weekend stand where they stood on the last working day. */
export const SCENES: readonly LiveScene[] = [
  scene(2, 'direct', { employees: 310, role: 'operations' }),
  scene(6, 'paid search', { isFirstSellers: false }),
  scene(12, 'referral', { employees: 85, role: 'owner' }),
  scene(19, 'organic search', { acceptedAfter: 4, employees: 64 }),
  scene(25, 'partner', { isFirstSellers: false, employees: 540 }),
  scene(36, 'organic search', { employees: 150, role: 'operations' }),
  scene(48, 'email', { pages: WARM, employees: 95 }),
  scene(75, 'paid search', { pages: WARM, isFirstSellers: false, acceptedAfter: 20 }),
  scene(95, 'direct', { pages: WARM, employees: 72, role: 'sales' }),
  scene(108, 'organic search', { pages: WARM, isFirstSellers: false }),
  scene(116, 'paid search', { pages: WARM, employees: 230, acceptedAfter: 31 }),
  scene(14, 'social', { employees: 58, role: 'marketing', isFirstSellers: false }),
  scene(29, 'email', { employees: 77, isFirstSellers: false, acceptedAfter: 11 }),
]

export function arrivalOfLive(world: World, { minutesAgo, channel }: LiveScene): Arrival {
  return { at: beforeWork(world.agreement.calendar, world.endsAt, minutesAgo), channel, campaign: null, age: 0 }
}
