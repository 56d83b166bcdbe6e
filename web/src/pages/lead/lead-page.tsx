import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../acts/use-acts.tsx'
import { leadQuery } from '../../api/lead-query.ts'
import { useIsRole } from '../../api/session.ts'
import type { Lead } from '../../api/types.ts'
import { withWords } from '../../i18n/i18n.ts'
import { StoryView } from '../../story/story-view.tsx'
import { Warnings } from '../../story/warnings.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Consents } from '../privacy/consents.tsx'
import { Merges } from '../privacy/merges.tsx'
import { PersonData } from '../privacy/person-data.tsx'
import { Actions } from './actions.tsx'
import { AttemptList } from './attempt-list.tsx'
import { Circle } from './circle.tsx'
import { ClockList } from './clock-list.tsx'
import { Deals } from './deals.tsx'
import { Known } from './known.tsx'
import { LeadHead } from './lead-head.tsx'
import look from './lead-page.module.css'
import { Needs } from './needs.tsx'
import { OtherScores } from './other-scores.tsx'
import { Owner } from './owner.tsx'
import { Panes } from './panes.tsx'
import { Part } from './part.tsx'
import { Qualification } from './qualification.tsx'
import { Say } from './say.tsx'
import { ScoreLines } from './score-lines.tsx'
import type { Pane } from './search.ts'

const route = getRouteApi('/framed/people/$personId')

/** One person: the facts that matter on the left, the story in the middle, what can be done on the right. */
export function LeadPage() {
  const { personId } = route.useParams()
  const query = useQuery(leadQuery(personId))
  return (
    <Page isFull>
      <Loaded query={query}>{(lead) => <Whole key={personId} lead={lead} />}</Loaded>
    </Page>
  )
}

const IntroducePart = lazy(async () => ({
  default: (await withWords(['networking'], () => import('../networking/introduce-part.tsx'))()).IntroducePart,
}))

const MeetingsPart = lazy(async () => ({
  default: (await withWords(['meetings'], () => import('../meetings/meetings-part.tsx'))()).MeetingsPart,
}))

function Whole({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  const mayExport = useIsRole('admin', 'manager')
  const { pane = 'now', ...story } = route.useSearch()
  const navigate = route.useNavigate()
  const open = lead.attempts.find((attempt) => attempt.outcome === 'open')
  const latest = open ?? lead.attempts[0]
  const acts = useActs({ leads: [{ personId: lead.personId, name: lead.name }], detail: lead })
  const showPane = (next: Pane) => void navigate({ search: (before) => ({ ...before, pane: next }), replace: true })
  return (
    <>
      <LeadHead lead={lead} latest={latest} />
      <div className={look.warnings}>
        <Warnings personId={lead.personId} />
      </div>
      <div className={look.columns} data-pane={pane}>
        <aside className={look.left} data-part="facts">
          <Part title={t('lead.score.heading')}>
            {lead.ledger.length === 0 ? <p className="quiet">{t('lead.score.none')}</p> : <ScoreLines lead={lead} />}
            <OtherScores lead={lead} />
          </Part>
          {open === undefined || open.clocks.length === 0 ? null : (
            <Part title={t('lead.clocks')}>
              <ClockList clocks={open.clocks} />
            </Part>
          )}
          {latest === undefined ? null : (
            <Part title={t('lead.owner')}>
              <Owner attempt={latest} />
            </Part>
          )}
          {lead.qualification.length === 0 ? null : (
            <Part title={t('lead.qualification')}>
              <Qualification lead={lead} />
            </Part>
          )}
          <Part title={t('lead.attempts')}>
            <AttemptList attempts={lead.attempts} />
          </Part>
          <Part title={t('lead.known')}>
            <Known lead={lead} />
          </Part>
          <Part title={t('privacy.consents')}>
            <Consents personId={lead.personId} />
          </Part>
          <Part title={t('privacy.merges')}>
            <Merges lead={lead} />
          </Part>
          {mayExport && (
            <Part title={t('privacy.data')}>
              <PersonData personId={lead.personId} />
            </Part>
          )}
        </aside>
        <div className={look.middle} data-part="story">
          <StoryView
            of={{ personId: lead.personId }}
            firstSeenAt={lead.firstSeenAt}
            search={story}
            onSearch={(next) =>
              void navigate({ search: { ...next, pane: 'story' }, replace: true, resetScroll: false })
            }
          />
        </div>
        <aside className={look.right} data-part="now">
          <Part title={t('lead.actions')}>
            <Actions acts={acts} open={open} person={lead} />
          </Part>
          {lead.isAnonymous ? null : (
            <Suspense>
              <MeetingsPart personId={lead.personId} onBook={() => acts.run('book')} />
            </Suspense>
          )}
          <Part title={t('lead.needs')}>
            <Needs personId={lead.personId} />
          </Part>
          <Part title={t('lead.deals')}>
            <Deals lead={lead} />
          </Part>
          <Suspense>
            <IntroducePart personId={lead.personId} />
          </Suspense>
          <Part title={t('lead.say.title')}>
            <Say personId={lead.personId} />
          </Part>
          <Part title={t('lead.circle')}>
            <Circle personId={lead.personId} />
          </Part>
        </aside>
      </div>
      <Panes pane={pane} onPane={showPane} />
      {acts.dialog}
    </>
  )
}
