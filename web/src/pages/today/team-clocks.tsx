import { Button } from '@mantine/core'
import { IconBeach, IconLifebuoy } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { saySpan } from '../../story/say-span.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { sayClock } from '../../ui/say-clock.ts'
import { TimeLeft } from '../../ui/time-left.tsx'
import { type Column, VirtualTable } from '../../ui/virtual-table.tsx'
import type { ClockRow } from './team-queries.ts'
import look from './team-view.module.css'

type Props = {
  rows: readonly ClockRow[]
  marked: ReadonlyMap<string, string>
  isPhone: boolean
  hasMore: boolean
  isLoadingMore: boolean
  onMore: () => void
  onMark: (row: ClockRow) => void
  onAnswer: (row: ClockRow) => void
}

/** Running clocks, soonest due first, with the working time left and whose they are. */
export function ClockList({ rows, marked, isPhone, onMark, onAnswer, ...more }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const box = (row: ClockRow) => (
    <input
      type="checkbox"
      className={look.mark}
      checked={marked.has(row.personId)}
      onChange={() => onMark(row)}
      onClick={(event) => event.stopPropagation()}
      aria-label={t('today.select', { name: row.name })}
    />
  )
  const asked = (row: ClockRow) =>
    row.asked === null ? null : (
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconLifebuoy size={14} aria-hidden />}
        title={row.asked.note}
        onClick={(event) => {
          event.stopPropagation()
          onAnswer(row)
        }}
      >
        {t('today.team.answer')}
      </Button>
    )
  const columns: Column<ClockRow>[] = [
    { id: 'mark', title: '', width: '28px', cell: box },
    { id: 'left', title: t('today.team.left'), width: '152px', cell: (row) => <Left row={row} /> },
    {
      id: 'who',
      title: t('today.team.lead'),
      width: 'minmax(144px, 2.4fr)',
      cell: (row) => (
        <span className="cut">
          <b className={look.name}>{row.name}</b>
          {row.company === null ? null : <span className="quiet"> · {row.company}</span>}
        </span>
      ),
    },
    {
      id: 'clock',
      title: t('today.team.clock'),
      width: 'minmax(148px, 1.4fr)',
      cell: (row) => (
        <span className="cut">
          <ClauseChip clause={row.clause} /> {sayClock(row.clock, t)}
        </span>
      ),
    },
    { id: 'owner', title: t('today.team.owner'), width: 'minmax(96px, 1fr)', cell: (row) => <Owner row={row} /> },
    ...(rows.some((row) => row.asked !== null) ? [{ id: 'asked', title: '', width: '88px', cell: asked }] : []),
  ]
  return (
    <VirtualTable
      label={t('today.team.title')}
      rows={rows}
      columns={columns}
      rowKey={(row) => `${row.personId} ${row.clock}`}
      onOpen={(row) => void navigate({ to: paths.lead, params: { personId: row.personId } })}
      isNarrow={isPhone}
      narrowHeight={72}
      narrow={(row) => (
        <div className={look.narrow}>
          {box(row)}
          <div className={look.narrowWho}>
            <Link to={paths.lead} params={{ personId: row.personId }} className="cut">
              <b className={look.name}>{row.name}</b>
              {row.company === null ? null : <span className="quiet"> · {row.company}</span>}
            </Link>
            <span className="cut quiet small">
              {sayClock(row.clock, t)} · <Owner row={row} />
            </span>
          </div>
          <div className={look.narrowLeft}>
            {row.asked === null ? <GradeBadge grade={row.grade} /> : asked(row)}
            <TimeLeft dueAt={row.dueAt} />
          </div>
        </div>
      )}
      {...more}
    />
  )
}

/** The moment on the wall, and how much of it is working time. */
function Left({ row }: { row: ClockRow }) {
  const { t } = useTranslation()
  return (
    <span className={look.left}>
      <TimeLeft dueAt={row.dueAt} />
      {row.leftMs > 0 ? (
        <span className="quiet small" title={t('today.team.worked')}>
          {saySpan(row.leftMs, t)}
        </span>
      ) : null}
    </span>
  )
}

function Owner({ row }: { row: ClockRow }) {
  const { t } = useTranslation()
  if (row.owner === null) return <span className="quiet">{t('today.noOwner')}</span>
  return (
    <span className="cut">
      {row.owner.name}
      {row.isOwnerAway ? (
        <span className={look.away} title={t('today.team.isAway')}>
          {' '}
          <IconBeach size={14} role="img" aria-label={t('today.team.isAway')} />
        </span>
      ) : null}
    </span>
  )
}
