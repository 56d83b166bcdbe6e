import { fr as account } from '../pages/account/fr.ts'
import { fr as agreement } from '../pages/agreement/fr.ts'
import { fr as apiKeys } from '../pages/api-keys/fr.ts'
import { fr as attribution } from '../pages/attribution/fr.ts'
import { fr as backtest } from '../pages/backtest/fr.ts'
import { fr as calls } from '../pages/calls/fr.ts'
import { fr as campaigns } from '../pages/campaigns/fr.ts'
import { fr as conversations } from '../pages/conversations/fr.ts'
import { fr as deals } from '../pages/deals/fr.ts'
import { fr as duplicates } from '../pages/duplicates/fr.ts'
import { fr as feedback } from '../pages/feedback/fr.ts'
import { fr as forms } from '../pages/forms/fr.ts'
import { fr as funnel } from '../pages/funnel/fr.ts'
import { fr as importing } from '../pages/import/fr.ts'
import { fr as lead } from '../pages/lead/fr.ts'
import { fr as learned } from '../pages/learned/fr.ts'
import { fr as mail } from '../pages/mail/fr.ts'
import { fr as meetings } from '../pages/meetings/fr.ts'
import { fr as messages } from '../pages/messages/fr.ts'
import { fr as needs } from '../pages/needs/fr.ts'
import { fr as networking } from '../pages/networking/fr.ts'
import { fr as people } from '../pages/people/fr.ts'
import { fr as privacy } from '../pages/privacy/fr.ts'
import { fr as promises } from '../pages/promises/fr.ts'
import { fr as settings } from '../pages/settings/fr.ts'
import { fr as setup } from '../pages/setup/fr.ts'
import { fr as signIn } from '../pages/sign-in/fr.ts'
import { fr as team } from '../pages/team/fr.ts'
import { fr as today } from '../pages/today/fr.ts'
import { fr as website } from '../pages/website/fr.ts'
import { fr as views } from '../views/fr.ts'
import { fr as acts } from './acts/fr.ts'
import { fr as common } from './common/fr.ts'
import type { en } from './en.ts'
import { fr as frame } from './frame/fr.ts'
import type { Translated } from './languages.ts'
import { fr as story } from './story/fr.ts'

/** The same in French. A missing or extra key does not compile. */
export const fr: Translated<typeof en> = {
  common,
  frame,
  story,
  acts,
  today,
  lead,
  learned,
  mail,
  people,
  meetings,
  networking,
  messages,
  needs,
  account,
  deals,
  funnel,
  apiKeys,
  attribution,
  agreement,
  privacy,
  promises,
  backtest,
  calls,
  campaigns,
  conversations,
  importing,
  team,
  feedback,
  duplicates,
  forms,
  website,
  views,
  settings,
  setup,
  signIn,
}
