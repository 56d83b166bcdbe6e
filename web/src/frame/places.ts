import {
  IconArrowsJoin,
  IconBolt,
  IconChartBar,
  IconFileCertificate,
  IconFileImport,
  IconForms,
  IconMessages,
  IconUsers,
  IconUsersGroup,
  IconWorldWww,
} from '@tabler/icons-react'
import { paths } from '../paths.ts'

/** The places of the rail, each with the letter that follows `g`. */
export const PLACES = [
  { id: 'today', to: paths.today, Icon: IconBolt, letter: 't' },
  { id: 'people', to: paths.people, Icon: IconUsers, letter: 'p' },
  { id: 'agreement', to: paths.agreement, Icon: IconFileCertificate, letter: 'a' },
  { id: 'reports', to: paths.reports, Icon: IconChartBar, letter: 'r' },
] as const

export const TOOLS = [
  { id: 'feedback', to: paths.feedback, Icon: IconMessages, letter: 'k' },
  { id: 'import', to: paths.import, Icon: IconFileImport, letter: 'i' },
  { id: 'forms', to: paths.forms, Icon: IconForms, letter: 'f' },
  { id: 'website', to: paths.website, Icon: IconWorldWww, letter: 'w' },
  { id: 'duplicates', to: paths.duplicates, Icon: IconArrowsJoin, letter: 'd' },
  { id: 'team', to: paths.team, Icon: IconUsersGroup, letter: 's' },
] as const
