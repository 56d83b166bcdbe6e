import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Moment } from '../../ui/moment.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './agreement.module.css'
import { type ClauseView, decisionsQuery } from './queries.ts'

type Decision = Answered<'listClauseDecisions'>['decisions'][number]

const KNOWN = [
  'scored',
  'graded',
  'opened',
  'qualified',
  'advanced',
  'routing_asked',
  'routed',
  'unroutable',
  'reassigned',
  'clock_started',
  'clock_stopped',
  'clock_warned',
  'clock_breached',
  'escalated',
  'returned',
  'closed',
  'recycling_planned',
  'ignored',
] as const

/** What a decision concluded, in words. Kinds that are newer than this page show their own name. */
function sayDecision(decision: Decision, t: TFunction): string {
  const kind = decision.what.replace('.', '_')
  if (kind === 'clock_stopped' && decision.data.isKept === true) return t('agreement.what.clock_kept')
  const known = KNOWN.find((one) => one === kind)
  return known === undefined ? decision.what : t(`agreement.what.${known}`)
}

type Props = { version: number; clause: ClauseView | null; onClose: () => void }

/** The rows behind a clause's numbers: whom it decided about, what, and when. */
export function DecisionsDrawer({ version, clause, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer
      isOpen={clause !== null}
      onClose={onClose}
      title={t('agreement.decisionsTitle', { clause: clause?.clause ?? '' })}
      width={520}
    >
      {clause !== null && (
        <>
          <p className={look.quoted}>{clause.sentence}</p>
          <Decisions version={version} clause={clause.clause} />
        </>
      )}
    </Drawer>
  )
}

function Decisions({ version, clause }: { version: number; clause: string }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery(decisionsQuery(version, clause))
  if (pages.data === undefined) {
    return pages.isError ? <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} /> : <Skeleton />
  }
  const decisions = pages.data.pages.flatMap((page) => page.decisions)
  if (decisions.length === 0) return <p className="quiet">{t('agreement.decisionsEmpty')}</p>
  return (
    <>
      <ul>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Link to={paths.lead} params={{ personId: decision.personId }} className={look.decision}>
              <span className={`${look.signerName} cut`}>{decision.name}</span>
              <span className={look.what} data-what={decision.what}>
                {sayDecision(decision, t)}
              </span>
              <span className="quiet small cut">{decision.company}</span>
              <Moment at={decision.at} className="quiet small" />
            </Link>
          </li>
        ))}
      </ul>
      <MoreRows pages={pages} label={t('agreement.decisionsMore')} />
    </>
  )
}
