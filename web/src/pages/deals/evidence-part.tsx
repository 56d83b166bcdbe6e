import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './deal-view.module.css'
import ticks from './evidence.module.css'
import { Tick } from './evidence-fields.tsx'
import { Part } from './part.tsx'
import type { DealView, Evidence } from './queries.ts'
import { rowOf } from './row-of.ts'
import type { DealActs } from './use-deal-acts.tsx'
import { withCapital } from './with-capital.ts'

/** What the agreement asks before the deal moves on, ticked where it is there; at the last stage, what a win asks. */
export function EvidencePart({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const at = deal.stages.findIndex((stage) => stage.isCurrent)
  const current = deal.stages[at]
  const next = deal.stages[at + 1]
  const lines = next === undefined ? deal.win.lines : (current?.exit ?? [])
  const missing = lines.filter((line) => !line.isThere).length
  const title = next === undefined ? t('deals.part.toWin') : t('deals.part.toMove', { stage: withCapital(next.name) })
  return (
    <Part
      title={title}
      aside={
        lines.length === 0 ? null : (
          <span className="quiet small tnum">
            {t('deals.evidence.count', { n: lines.length - missing, of: lines.length })}
          </span>
        )
      }
    >
      {lines.length === 0 ? <p className="quiet">{t('deals.evidence.none')}</p> : <Lines lines={lines} />}
      {next === undefined || !acts.mayChange ? null : (
        <div className={look.ends}>
          <Button
            rightSection={<IconArrowRight size={15} stroke={1.8} aria-hidden />}
            onClick={() => acts.move(rowOf(deal), next.name)}
          >
            {t('deals.board.dropHere', { stage: withCapital(next.name) })}
          </Button>
        </div>
      )}
    </Part>
  )
}

function Lines({ lines }: { lines: readonly Evidence[] }) {
  return (
    <ul className={ticks.lines}>
      {lines.map((line) => (
        <li key={`${line.evidence} ${line.says}`} className={ticks.line} data-is-there={line.isThere || undefined}>
          <Tick isThere={line.isThere} />
          <span>
            <span className={ticks.says}>{withCapital(line.says)}</span>
            {line.mend === null ? null : <span className={ticks.mend}>{line.mend}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
