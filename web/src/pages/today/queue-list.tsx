import { useTranslation } from 'react-i18next'
import type { QueueLead } from '../../api/types.ts'
import look from './queue-list.module.css'
import { QueueRow } from './queue-row.tsx'

type Props = {
  leads: readonly QueueLead[]
  selected: string | undefined
  marked: ReadonlySet<string>
  showsOwner: boolean
  onSelect: (personId: string) => void
  onMark: (personId: string) => void
}

/** The queue, in the order to work it. */
export function QueueList({ leads, selected, marked, showsOwner, onSelect, onMark }: Props) {
  const { t } = useTranslation()
  return (
    <ol className={look.list} aria-label={t('today.list')} data-scroll-restoration-id="queue">
      {leads.map((lead) => (
        <QueueRow
          key={lead.personId}
          lead={lead}
          isSelected={lead.personId === selected}
          isMarked={marked.has(lead.personId)}
          hasMarks={marked.size > 0}
          showsOwner={showsOwner}
          onSelect={onSelect}
          onMark={onMark}
        />
      ))}
    </ol>
  )
}
