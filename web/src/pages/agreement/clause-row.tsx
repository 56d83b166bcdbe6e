import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { TeamBadge } from '../../ui/team-badge.tsx'
import look from './agreement.module.css'
import type { ClauseSentence, ClauseView } from './queries.ts'
import { isNamed } from './sections.ts'

type Props = { clause: ClauseSentence; did?: ReactNode /** What people say about it. */; below?: ReactNode }

/** A clause as a sentence, with what it did lately beside it. */
export function ClauseRow({ clause, did, below }: Props) {
  const { t } = useTranslation()
  return (
    <li className={look.clause} data-side={clause.owner ?? 'both'} id={`clause-${clause.clause}`}>
      <span className={look.mark}>
        {isNamed(clause.clause) && <ClauseChip clause={clause.clause} />}
        {clause.owner !== null && <TeamBadge side={clause.owner} isShort />}
      </span>
      <div>
        <p className={look.sentence}>{clause.sentence}</p>
        {clause.because !== null && <p className={look.because}>{t('agreement.because', { why: clause.because })}</p>}
      </div>
      {did}
      {below}
    </li>
  )
}

/** What a clause did lately: kept and broken promises as a bar, other decisions as numbers. Each opens its rows. */
export function Did({ clause, onOpen }: { clause: ClauseView; onOpen: (clause: string) => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const open = () => onOpen(clause.clause)
  if (clause.kept !== null && clause.broken !== null && clause.kept + clause.broken > 0) {
    return <PromiseBar clause={clause.clause} kept={clause.kept} broken={clause.broken} onOpen={open} />
  }
  if (clause.decided30Days === 0) return <span className={look.did} />
  const label = t('agreement.decidedTitle', {
    clause: clause.clause,
    week: count(clause.decided7Days),
    month: count(clause.decided30Days),
  })
  return (
    <OpenNumber onOpen={open} label={label} className={look.did}>
      <span className={look.counts}>
        <span className={look.countNumber}>{count(clause.decided30Days)}</span>
        <span className="quiet small">{t('agreement.days30')}</span>
        <span className={look.countWeek}>{count(clause.decided7Days)}</span>
        <span className="quiet small">{t('agreement.days7')}</span>
      </span>
    </OpenNumber>
  )
}

function PromiseBar({
  clause,
  kept,
  broken,
  onOpen,
}: {
  clause: string
  kept: number
  broken: number
  onOpen: () => void
}) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const all = kept + broken
  return (
    <OpenNumber
      onOpen={onOpen}
      label={t('agreement.promiseTitle', { clause, kept: count(kept), broken: count(broken) })}
      className={look.did}
    >
      <span className={look.promise}>
        <span className={look.promiseNumbers}>
          <span className={look.kept}>
            <IconCheck size={13} stroke={2.2} aria-hidden />
            {t('agreement.kept', { count: kept })}
          </span>
          <span className={look.broken} data-none={broken === 0 || undefined}>
            <IconX size={13} stroke={2.2} aria-hidden />
            {t('agreement.broken', { count: broken })}
          </span>
        </span>
        <span className={look.bar} aria-hidden>
          <span className={look.barKept} style={{ width: `${(100 * kept) / all}%` }} />
          <span className={look.barBroken} style={{ width: `${(100 * broken) / all}%` }} />
        </span>
        <span className="quiet small">
          {share(kept / all)} · {t('agreement.days30')}
        </span>
      </span>
    </OpenNumber>
  )
}
