import {
  IconAffiliate,
  IconArrowsJoin,
  IconBolt,
  IconBriefcase,
  IconBulb,
  IconCalendarEvent,
  IconChartBar,
  IconFileCertificate,
  IconFileImport,
  IconForms,
  IconMail,
  IconMessages,
  IconMicrophone,
  IconPhone,
  IconQuote,
  IconSpeakerphone,
  IconUsers,
  IconUsersGroup,
  IconWorldWww,
} from '@tabler/icons-react'
import type { Role } from '../api/types.ts'
import { paths } from '../paths.ts'

/** The places of the rail, each with the letter that follows `g`. */
export const PLACES = [
  { id: 'today', to: paths.today, Icon: IconBolt, letter: 't' },
  { id: 'people', to: paths.people, Icon: IconUsers, letter: 'p' },
  { id: 'campaigns', to: paths.campaigns, Icon: IconSpeakerphone, letter: 'c' },
  { id: 'agreement', to: paths.agreement, Icon: IconFileCertificate, letter: 'a' },
  { id: 'together', to: paths.needs, Icon: IconBulb, letter: 'n', isWideOnly: true },
  { id: 'reports', to: paths.reports, Icon: IconChartBar, letter: 'r' },
] as const

/** Places that stand under another one: the rail shows those of the place one is at. */
export const UNDER = [
  { id: 'calls', under: 'today', to: paths.calls, Icon: IconPhone, letter: 'l' },
  { id: 'mail', under: 'today', to: paths.mail, Icon: IconMail, letter: 'u' },
  { id: 'meetings', under: 'today', to: paths.meetings, Icon: IconCalendarEvent, letter: 'b' },
  { id: 'deals', under: 'people', to: paths.deals, Icon: IconBriefcase, letter: 'e' },
  { id: 'networking', under: 'people', to: paths.networking, Icon: IconAffiliate, letter: 'o' },
  { id: 'duplicates', under: 'people', to: paths.duplicates, Icon: IconArrowsJoin, letter: 'd' },
  { id: 'messages', under: 'campaigns', to: paths.messages, Icon: IconQuote, letter: 'm' },
  { id: 'forms', under: 'campaigns', to: paths.forms, Icon: IconForms, letter: 'f' },
  { id: 'website', under: 'campaigns', to: paths.website, Icon: IconWorldWww, letter: 'w' },
  { id: 'feedback', under: 'together', to: paths.feedback, Icon: IconMessages, letter: 'k' },
  { id: 'conversations', under: 'reports', to: paths.conversations, Icon: IconMicrophone, letter: 'v' },
] as const

export const TOOLS = [
  { id: 'import', to: paths.import, Icon: IconFileImport, letter: 'i' },
  { id: 'team', to: paths.team, Icon: IconUsersGroup, letter: 's' },
] as const

/** Who may use a place or a tool, where not everybody may. */
const USED_BY: Partial<Record<string, readonly Role[]>> = {
  import: ['admin', 'manager', 'marketer', 'seller'],
  website: ['admin', 'manager', 'marketer'],
}

function isFor(role: Role, id: string): boolean {
  return USED_BY[id]?.includes(role) ?? true
}

export function toolsFor(role: Role): (typeof TOOLS)[number][] {
  return TOOLS.filter((tool) => isFor(role, tool.id))
}

/** The places under other ones that somebody of this role uses. */
export function underFor(role: Role): (typeof UNDER)[number][] {
  return UNDER.filter((one) => isFor(role, one.id))
}

function isAt(pathname: string, to: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
}

/** The place of the rail at which an address stands, or null for tools and settings. */
export function placeAt(pathname: string): (typeof PLACES)[number]['id'] | null {
  const below = UNDER.find((one) => isAt(pathname, one.to))
  return below?.under ?? PLACES.find((place) => isAt(pathname, place.to))?.id ?? null
}
