import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './conversations.module.css'
import type { Conversation } from './queries.ts'
import { sayLength } from './say-length.ts'
import { ShareBar } from './share-bar.tsx'

/** What a conversation measures: the share first, the rest beside it. */
export function Figures({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation()
  const { share, points, count } = useNumbers()
  const { figures, target, kind } = conversation
  const none = <span className="quiet small">{t('conversations.figures.none')}</span>
  const length = (ms: number | null | undefined) => (ms == null ? none : sayLength(ms, points))
  const isOn = (ms: number | undefined) => ms !== undefined && ms > 150_000
  return (
    <>
      <div className={look.shareHead}>
        <div>
          <p className={look.shareBig}>{figures.prospectShare === null ? none : share(figures.prospectShare)}</p>
          <p className="quiet small">
            {t('conversations.talk.share')} ·{' '}
            {t('conversations.talk.target', { from: share(target.from), to: share(target.to) })}
          </p>
        </div>
        {figures.prospectShare === null ? null : <ShareBar share={figures.prospectShare} target={target} isTall />}
        <p className="quiet small">
          {t('conversations.talk.references', { article: share(target.article), best: share(target.measuredBest) })}
        </p>
      </div>
      <StatRow>
        {kind === 'call' ? (
          <>
            <Stat
              label={t('conversations.figures.longest')}
              value={length(figures.rep.longestTurn?.spanMs)}
              tone={isOn(figures.rep.longestTurn?.spanMs) ? 'warning' : undefined}
            />
            <Stat label={t('conversations.figures.story')} value={length(figures.prospect.longestTurn?.spanMs)} />
          </>
        ) : null}
        <Stat label={t('conversations.figures.questions')} value={count(figures.rep.questions)}>
          {figures.questionsPerHour === null
            ? null
            : t('conversations.figures.perHour', { n: points(figures.questionsPerHour) })}
        </Stat>
        {kind === 'call' ? (
          <>
            <Stat label={t('conversations.figures.patience')} value={length(figures.patienceMs?.median)}>
              {figures.patienceMs === null
                ? null
                : t('conversations.figures.patienceN', { count: figures.patienceMs.n })}
            </Stat>
            <Stat
              label={t('conversations.figures.interruptions')}
              value={count(figures.rep.interruptions + figures.prospect.interruptions)}
            >
              {t('conversations.figures.interruptionsBy', {
                ours: figures.rep.interruptions,
                theirs: figures.prospect.interruptions,
              })}
            </Stat>
          </>
        ) : null}
        <Stat label={t('conversations.figures.switches')} value={count(figures.switches)}>
          {figures.switchesPerMinute === null
            ? null
            : t('conversations.figures.perMinute', { n: points(figures.switchesPerMinute) })}
        </Stat>
        {kind === 'chat' ? (
          <Stat label={t('conversations.figures.words')} value={count(figures.rep.words + figures.prospect.words)}>
            {t('conversations.figures.wordsBy', {
              ours: count(figures.rep.words),
              theirs: count(figures.prospect.words),
            })}
          </Stat>
        ) : null}
      </StatRow>
    </>
  )
}
