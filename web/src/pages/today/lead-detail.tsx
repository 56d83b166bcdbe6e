import { IconArrowUpRight, IconChevronLeft, IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActBar } from '../../acts/act-bar.tsx'
import type { Acts } from '../../acts/use-acts.tsx'
import { storyQuery } from '../../api/lead-query.ts'
import type { QueueLead } from '../../api/types.ts'
import { PhoneLink } from '../../calls/phone-link.tsx'
import { useIsWaiting } from '../../frame/use-waiting.ts'
import { paths } from '../../paths.ts'
import { sayFact } from '../../story/say-fact.ts'
import { ShortFactLine } from '../../story/short-fact-line.tsx'
import { useSay } from '../../story/use-say.ts'
import { Warnings } from '../../story/warnings.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StageText } from '../../ui/stage-text.tsx'
import { ClockList } from '../lead/clock-list.tsx'
import { NeedsBrief, SayBrief } from '../lead/needs-brief.tsx'
import { ScoreLines } from '../lead/score-lines.tsx'
import look from './lead-detail.module.css'
import { useDetail } from './use-detail.ts'

/** Clocks ring often; the excerpt is for what people did, so more is asked for than is shown. */
const ASKED = 20
const EXCERPT = 6
const TOP_LINES = 4

/** The lead at hand: why now, how long is left, what they did, and the acts. */
export function LeadDetail({ lead, acts, onBack }: { lead: QueueLead; acts: Acts; onBack: () => void }) {
  const { t } = useTranslation()
  const { points } = useNumbers()
  const isWaiting = useIsWaiting(lead.personId)
  const { detail, stands } = useDetail(lead.personId)
  return (
    <article className={look.detail} aria-label={lead.name}>
      <div className={look.scroll} key={lead.personId}>
        <header className={look.head}>
          <button type="button" className={look.back} onClick={onBack}>
            <IconChevronLeft size={18} aria-hidden /> {t('today.back')}
          </button>
          <div className={look.line}>
            <h2 className={look.name}>
              <Link to={paths.lead} params={{ personId: lead.personId }} title={t('today.open')}>
                {lead.name}
                <IconArrowUpRight size={16} stroke={1.8} aria-hidden />
              </Link>
            </h2>
            <span className={look.score}>
              <GradeBadge grade={lead.grade} />
              <span className={look.number}>{points(Math.round(lead.fit + lead.engagement))}</span>
            </span>
          </div>
          <p className={look.facts}>
            {lead.company === null ? null : <span>{lead.company}</span>}
            <StageText stage={lead.stage} outcome={lead.outcome} side={lead.team} />
            {isWaiting ? <span className={look.waits}>{t('frame.waiting.mark')}</span> : null}
            {lead.attempt > 1 ? <span>{t('today.attempt', { n: lead.attempt })}</span> : null}
            {lead.owner === null ? <span>{t('today.noOwner')}</span> : <span>{lead.owner.name}</span>}
          </p>
          <p className={look.reach}>
            {lead.phone === null ? (
              <span className="quiet">{t('today.noPhone')}</span>
            ) : (
              <PhoneLink personId={lead.personId} name={lead.name} phone={lead.phone} className={look.link} />
            )}
            {lead.email === null ? (
              <span className="quiet">{t('today.noMail')}</span>
            ) : (
              <a
                href={`mailto:${lead.email}`}
                className={look.link}
                aria-label={t('acts.write', { email: lead.email })}
              >
                <IconMail size={16} stroke={1.8} aria-hidden /> <span className="cut">{lead.email}</span>
              </a>
            )}
          </p>
          <Warnings personId={lead.personId} />
        </header>
        {stands ? (
          <>
            <section className={look.part}>
              <h3 className={look.title}>{t('today.why')}</h3>
              <WhyNow lead={lead} />
            </section>
            <section className={look.part}>
              <h3 className={look.title}>{t('lead.say.title')}</h3>
              <SayBrief personId={lead.personId} />
            </section>
            <section className={look.part}>
              <h3 className={look.title}>{t('lead.needs')}</h3>
              <NeedsBrief personId={lead.personId} />
            </section>
            <section className={look.part}>
              <h3 className={look.title}>{t('today.clocks')}</h3>
              <ClockList clocks={lead.clocks} />
            </section>
            <section className={look.part}>
              <h3 className={look.title}>{t('today.scoreTitle')}</h3>
              {detail.data === undefined ? (
                <p className="quiet">
                  {t('today.score', { fit: points(lead.fit), interest: points(lead.engagement) })}
                </p>
              ) : (
                <ScoreLines lead={detail.data} atMost={TOP_LINES} />
              )}
              {detail.isError ? (
                <ErrorNote error={detail.error} onRetry={() => void detail.refetch()} isInline />
              ) : null}
            </section>
            <section className={look.part}>
              <h3 className={look.title}>{t('today.story')}</h3>
              <Excerpt personId={lead.personId} />
            </section>
          </>
        ) : null}
      </div>
      <footer className={look.acts}>
        <ActBar acts={acts} stage={lead.stage} />
      </footer>
      {acts.dialog}
    </article>
  )
}

function WhyNow({ lead }: { lead: QueueLead }) {
  const { t } = useTranslation()
  const { points } = useNumbers()
  const say = useSay()
  return (
    <div>
      {lead.lastDid === null ? (
        <p>{t('today.noDeed')}</p>
      ) : (
        <p className={look.deed}>
          {sayFact(lead.lastDid, say)}, <Moment at={lead.lastDid.at} />
        </p>
      )}
      {lead.qualifiedBy === null ? null : (
        <p className="quiet">
          {t('today.qualifiedBy', {
            clause: `§${lead.qualifiedBy}`,
            fit: points(lead.fit),
            interest: points(lead.engagement),
          })}
        </p>
      )}
    </div>
  )
}

function Excerpt({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const story = useInfiniteQuery(storyQuery(personId, undefined, ASKED))
  if (story.isError) return <ErrorNote error={story.error} onRetry={() => void story.refetch()} isInline />
  const facts = story.data?.pages[0]?.facts.filter((fact) => fact.side !== 'time').slice(0, EXCERPT)
  if (facts === undefined) return <Skeleton rows={3} />
  return (
    <div>
      <ol>
        {facts.map((fact) => (
          <ShortFactLine key={fact.id} fact={fact} />
        ))}
      </ol>
      <p className={look.whole}>
        <Link to={paths.lead} params={{ personId }} className={look.link}>
          {t('today.wholeStory')}
        </Link>
      </p>
    </div>
  )
}
