import { ExplainedError } from '../../explained-error.ts'

/** What a column may be for, with the names it goes by; blanks, dashes and capitals do not matter. */
const NAMES = {
  path: [
    'path',
    'paths',
    'journey',
    'channel_path',
    'conversion_path',
    'path_to_conversion',
    'user_journey',
    'customer_journey',
    'touchpoints',
    'touchpoint_path',
    'sequence',
  ],
  conversions: [
    'total_conversions',
    'total_conversion',
    'conversions',
    'conversion',
    'converted',
    'is_conversion',
    'is_converted',
    'has_converted',
    'conv',
    'total_conv',
    'conversion_count',
    'conversion_flag',
    'won',
    'is_won',
    'deals',
  ],
  value: [
    'total_conversion_value',
    'total_conversions_value',
    'conversion_value',
    'conversions_value',
    'total_value',
    'value',
    'conv_value',
    'revenue',
    'total_revenue',
    'amount',
    'deal_value',
    'order_value',
    'won_amount',
  ],
  nulls: [
    'total_null',
    'total_nulls',
    'null',
    'nulls',
    'null_count',
    'nulls_count',
    'non_conversions',
    'total_non_conversions',
    'no_conversions',
    'non_converted',
    'not_converted',
  ],
  person: [
    'customer_id',
    'customer',
    'user_id',
    'user',
    'userid',
    'user_pseudo_id',
    'person',
    'person_id',
    'contact',
    'contact_id',
    'lead_id',
    'visitor_id',
    'visitor',
    'anonymous_id',
    'client_id',
    'cookie',
    'cookie_id',
    'journey_id',
    'account_id',
    'account',
    'email',
    'uid',
  ],
  time: [
    'time',
    'timestamp',
    'date',
    'datetime',
    'date_time',
    'event_time',
    'event_timestamp',
    'touch_time',
    'touched_at',
    'occurred_at',
    'created_at',
    'visit_time',
    'session_start',
    'start_tstamp',
    'ts',
    'at',
    'day',
    'touch_date',
  ],
  interaction: ['interaction', 'interaction_type', 'event', 'event_name', 'event_type', 'type', 'kind', 'action'],
  channel: [
    'channel',
    'marketing_channel',
    'channel_name',
    'channel_grouping',
    'default_channel_group',
    'touchpoint',
    'source_medium',
    'traffic_source',
    'lead_source',
    'source',
    'utm_source',
    'origin',
  ],
  medium: ['medium', 'utm_medium', 'traffic_medium'],
  milestone: ['milestone', 'lifecycle_stage', 'stage'],
  leadAt: ['lead_at', 'lead_created_at', 'lead_time', 'lead_date', 'lead_creation_date'],
  opportunityAt: [
    'opportunity_at',
    'opportunity_created_at',
    'opportunity_time',
    'opportunity_date',
    'deal_created_at',
    'qualified_at',
  ],
} as const

export type Role = keyof typeof NAMES
export const roles = Object.keys(NAMES)

/** Place of each column found, by what it is for. */
export type Columns = Partial<Record<Role, number>>

/** Columns by their names; `map` entries (role=COLUMN) come first. A name that is no column is refused with the names there are. */
export function findColumns(header: readonly string[], map: readonly string[]): Columns {
  const plain = header.map(plainName)
  const found: Columns = {}
  for (const [role, names] of Object.entries(NAMES)) {
    const at = names.map((name) => plain.indexOf(name)).find((place) => place >= 0)
    if (isRole(role) && at !== undefined) found[role] = at
  }
  for (const entry of map.flatMap((text) => text.split(','))) {
    const cut = entry.indexOf('=')
    const role = roles.find((name) => plainName(name) === plainName(entry.slice(0, Math.max(0, cut))))
    if (role === undefined || !isRole(role))
      throw new ExplainedError(
        `--map: "${entry}" does not say what a column is. Write ROLE=COLUMN; roles are ${roles.join(', ')}.`,
      )
    found[role] = columnOf(header, entry.slice(cut + 1), '--map')
  }
  return found
}

/** The place of a column given by name; throws ExplainedError when there is none. */
export function columnOf(header: readonly string[], name: string, option: string): number {
  const at = header.indexOf(name) >= 0 ? header.indexOf(name) : header.map(plainName).indexOf(plainName(name))
  if (at < 0)
    throw new ExplainedError(`${option}: there is no column "${name.trim()}". The columns are ${header.join(', ')}.`)
  return at
}

function isRole(role: string): role is Role {
  return Object.hasOwn(NAMES, role)
}

function plainName(name: string): string {
  return name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
