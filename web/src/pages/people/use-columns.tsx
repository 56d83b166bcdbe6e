import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadRow } from '../../api/types.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { sayChannel } from '../../ui/say-channel.ts'
import { StageText } from '../../ui/stage-text.tsx'
import type { Column } from '../../ui/virtual-table.tsx'

/** The columns of the list of people. */
export function useColumns(): Column<LeadRow>[] {
  const { t } = useTranslation()
  const { points } = useNumbers()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('people.column.name'),
        width: 'minmax(160px, 2fr)',
        cell: (row) => (
          <>
            <b style={{ fontWeight: 500 }}>{row.name}</b>
            {row.attempt > 1 ? <span className="quiet small"> · {t('people.attempt', { n: row.attempt })}</span> : null}
          </>
        ),
      },
      {
        id: 'company',
        title: t('people.column.company'),
        width: 'minmax(120px, 1.6fr)',
        cell: (row) => <span className="quiet">{row.company}</span>,
      },
      { id: 'grade', title: t('people.column.grade'), width: '48px', cell: (row) => <GradeBadge grade={row.grade} /> },
      {
        id: 'score',
        title: t('people.column.score'),
        width: '56px',
        align: 'end',
        cell: (row) => points(Math.round(row.fit + row.engagement)),
      },
      {
        id: 'stage',
        title: t('people.column.stage'),
        width: '128px',
        cell: (row) => <StageText stage={row.stage} outcome={row.outcome} side={row.team} />,
      },
      {
        id: 'owner',
        title: t('people.column.owner'),
        width: 'minmax(112px, 1fr)',
        cell: (row) => row.owner?.name ?? <span className="quiet">–</span>,
      },
      {
        id: 'channel',
        title: t('people.column.channel'),
        width: 'minmax(104px, 1fr)',
        cell: (row) => <span className="quiet">{row.channel === null ? '' : sayChannel(row.channel, t)}</span>,
      },
      {
        id: 'opened',
        title: t('people.column.opened'),
        width: '120px',
        align: 'end',
        cell: (row) => <Moment at={row.openedAt} className="quiet" />,
      },
    ],
    [t, points],
  )
}
