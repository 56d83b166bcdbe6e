import { en as account } from '../pages/account/en.ts'
import { en as agreement } from '../pages/agreement/en.ts'
import { en as apiKeys } from '../pages/api-keys/en.ts'
import { en as attribution } from '../pages/attribution/en.ts'
import { en as backtest } from '../pages/backtest/en.ts'
import { en as calls } from '../pages/calls/en.ts'
import { en as campaigns } from '../pages/campaigns/en.ts'
import { en as conversations } from '../pages/conversations/en.ts'
import { en as deals } from '../pages/deals/en.ts'
import { en as duplicates } from '../pages/duplicates/en.ts'
import { en as feedback } from '../pages/feedback/en.ts'
import { en as forms } from '../pages/forms/en.ts'
import { en as funnel } from '../pages/funnel/en.ts'
import { en as importing } from '../pages/import/en.ts'
import { en as lead } from '../pages/lead/en.ts'
import { en as learned } from '../pages/learned/en.ts'
import { en as mail } from '../pages/mail/en.ts'
import { en as meetings } from '../pages/meetings/en.ts'
import { en as messages } from '../pages/messages/en.ts'
import { en as needs } from '../pages/needs/en.ts'
import { en as networking } from '../pages/networking/en.ts'
import { en as people } from '../pages/people/en.ts'
import { en as privacy } from '../pages/privacy/en.ts'
import { en as promises } from '../pages/promises/en.ts'
import { en as settings } from '../pages/settings/en.ts'
import { en as setup } from '../pages/setup/en.ts'
import { en as signIn } from '../pages/sign-in/en.ts'
import { en as team } from '../pages/team/en.ts'
import { en as today } from '../pages/today/en.ts'
import { en as website } from '../pages/website/en.ts'
import { en as views } from '../views/en.ts'
import { en as acts } from './acts/en.ts'
import { en as common } from './common/en.ts'
import { en as frame } from './frame/en.ts'
import { en as story } from './story/en.ts'

/** Every English word of the interface; the first part of a key is its page folder. */
export const en = {
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
