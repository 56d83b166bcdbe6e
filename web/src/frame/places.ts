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
  { id: 'reports', to: paths.reports, Icon: IconChartBar, letter: 'r' },
] as const

/** Places that stand under another one in the rail. */
export const UNDER = [
  { id: 'calls', under: 'today', to: paths.calls, Icon: IconPhone, letter: 'l' },
  { id: 'mail', under: 'today', to: paths.mail, Icon: IconMail, letter: 'u' },
  { id: 'meetings', under: 'today', to: paths.meetings, Icon: IconCalendarEvent, letter: 'b' },
  { id: 'deals', under: 'people', to: paths.deals, Icon: IconBriefcase, letter: 'e' },
  { id: 'conversations', under: 'reports', to: paths.conversations, Icon: IconMicrophone, letter: 'v' },
  { id: 'networking', under: 'people', to: paths.networking, Icon: IconAffiliate, letter: 'o' },
] as const

export const TOOLS = [
  { id: 'needs', to: paths.needs, Icon: IconBulb, letter: 'n' },
  { id: 'messages', to: paths.messages, Icon: IconQuote, letter: 'm' },
  { id: 'feedback', to: paths.feedback, Icon: IconMessages, letter: 'k' },
  { id: 'import', to: paths.import, Icon: IconFileImport, letter: 'i' },
  { id: 'forms', to: paths.forms, Icon: IconForms, letter: 'f' },
  { id: 'website', to: paths.website, Icon: IconWorldWww, letter: 'w' },
  { id: 'duplicates', to: paths.duplicates, Icon: IconArrowsJoin, letter: 'd' },
  { id: 'team', to: paths.team, Icon: IconUsersGroup, letter: 's' },
] as const

/** Who may use a tool, where not everybody may. */
const USED_BY: Partial<Record<(typeof TOOLS)[number]['id'], readonly Role[]>> = {
  import: ['admin', 'manager', 'marketer', 'seller'],
  website: ['admin', 'manager', 'marketer'],
}

export function toolsFor(role: Role): (typeof TOOLS)[number][] {
  return TOOLS.filter((tool) => USED_BY[tool.id]?.includes(role) ?? true)
}
