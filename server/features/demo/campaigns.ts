import type { ChannelName } from './channels.ts'

export type Tactic = 'search ads' | 'social ads' | 'content' | 'trade fair' | 'mail'

export type Campaign = {
  name: string
  tactic: Tactic
  channel: ChannelName
  /** First and last day, in days before the end of the demo. */
  from: number
  to: number
  /** Leads it brings beside the channel's own, as a share of the channel's usual day. */
  lift: number
  /** Factor on the quality of its leads at its start and at its end: tactics wear out. */
  quality: readonly [number, number]
  landingPage: string
  /** What it cost altogether. */
  costCents: number
}

function campaign(
  name: string,
  tactic: Tactic,
  channel: ChannelName,
  days: readonly [number, number],
  [lift, ...quality]: readonly [number, number, number],
  landingPage: string,
  costCents: number,
): Campaign {
  return { name, tactic, channel, from: days[0], to: days[1], lift, quality, landingPage, costCents }
}

/** Two years of campaigns of five tactics. The social calculator is the one that wore out; the fairs are short and dense. */
export const CAMPAIGNS: readonly Campaign[] = [
  campaign(
    'Planning software, always on',
    'search ads',
    'paid search',
    [730, 0],
    [0.5, 1, 0.9],
    '/lp/planning',
    9_600_000,
  ),
  campaign('Dispatch keywords', 'search ads', 'paid search', [640, 280], [0.5, 1.1, 0.8], '/lp/dispatch', 4_150_000),
  campaign('Competitor comparison', 'search ads', 'paid search', [240, 0], [0.4, 1.2, 1.1], '/lp/compare', 3_280_000),
  campaign('Heat pump season', 'search ads', 'paid search', [430, 370], [0.9, 1.3, 1.2], '/lp/heat-pumps', 1_200_000),
  campaign(
    'Saison pompe à chaleur',
    'search ads',
    'paid search',
    [70, 10],
    [0.9, 1.3, 1.2],
    '/lp/pompe-a-chaleur',
    1_350_000,
  ),
  campaign(
    'Five signs your board is full',
    'social ads',
    'social',
    [700, 420],
    [0.8, 1, 0.5],
    '/lp/five-signs',
    2_700_000,
  ),
  campaign('Calculateur de tournées', 'social ads', 'social', [520, 90], [1.1, 1.2, 0.3], '/lp/calculator', 4_900_000),
  campaign('A day with Relais', 'social ads', 'social', [85, 0], [0.9, 1.3, 1.2], '/lp/a-day', 1_100_000),
  campaign(
    'Guide: the first visit fixes it',
    'content',
    'organic search',
    [610, 0],
    [0.4, 1.2, 1.1],
    '/guides/first-visit-fix',
    850_000,
  ),
  campaign(
    'Livre blanc : le planning qui tient',
    'content',
    'organic search',
    [380, 0],
    [0.3, 1.1, 1],
    '/guides/planning-board',
    720_000,
  ),
  campaign(
    'Webinar: parts in the van',
    'content',
    'email',
    [330, 322],
    [4, 1.1, 1.1],
    '/webinars/parts-in-the-van',
    240_000,
  ),
  campaign(
    'Webinaire : onboarding en un mois',
    'content',
    'email',
    [150, 142],
    [4, 1.2, 1.2],
    '/webinars/un-mois',
    240_000,
  ),
  campaign('Webinar: winter on call', 'content', 'email', [38, 30], [4, 1.2, 1.2], '/webinars/on-call', 260_000),
  campaign('Interlift hall, spring', 'trade fair', 'event', [560, 557], [30, 1.1, 1.1], '/fairs/spring', 3_900_000),
  campaign('Salon du froid', 'trade fair', 'event', [395, 392], [26, 1.2, 1.2], '/fairs/froid', 3_100_000),
  campaign('Facility days', 'trade fair', 'event', [205, 203], [30, 1, 1], '/fairs/facility', 3_600_000),
  campaign('Salon de la maintenance', 'trade fair', 'event', [48, 45], [30, 1.3, 1.3], '/fairs/maintenance', 4_200_000),
  campaign('Spring newsletter', 'mail', 'email', [260, 235], [1.2, 1, 0.9], '/news/spring', 90_000),
  campaign('Letter with the van key', 'mail', 'direct', [180, 150], [2.4, 1.5, 1.4], '/key', 1_480_000),
  campaign('Lettre aux directeurs techniques', 'mail', 'direct', [28, 4], [2.2, 1.5, 1.5], '/cle', 1_320_000),
]
