import { IconBolt, IconId, IconTimeline } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './panes.module.css'
import { PANES, type Pane } from './search.ts'

const ICONS = { now: IconBolt, story: IconTimeline, facts: IconId }

/** On a phone the page is one part at a time, at thumb's reach. */
export function Panes({ pane, onPane }: { pane: Pane; onPane: (pane: Pane) => void }) {
  const { t } = useTranslation()
  return (
    <nav className={look.panes} aria-label={t('lead.panes.label')}>
      {PANES.map((one) => {
        const Icon = ICONS[one]
        return (
          <button key={one} type="button" aria-pressed={one === pane} className={look.pane} onClick={() => onPane(one)}>
            <Icon size={18} stroke={1.7} aria-hidden /> {t(`lead.panes.${one}`)}
          </button>
        )
      })}
    </nav>
  )
}
