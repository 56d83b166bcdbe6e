import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './import.module.css'
import type { ImportView } from './queries.ts'

const BROUGHT = ['read', 'people', 'updated', 'leads', 'won', 'dropped'] as const
const FURTHER = ['deals', 'accounts', 'users', 'facts', 'unchanged', 'repaired', 'warnings'] as const

/** What an import brought: the numbers that matter large, the rest in one quiet line. */
export function Result({ view, result }: { view: ImportView; result: Record<string, number> }) {
  const { t } = useTranslation()
  const { count, points } = useNumbers()
  const shown = BROUGHT.filter((key) => key === 'read' || key === 'people' || (result[key] ?? 0) > 0)
  const further = FURTHER.filter((key) => (result[key] ?? 0) > 0)
  const tookMs =
    view.startedAt === null || view.finishedAt === null
      ? null
      : Date.parse(view.finishedAt) - Date.parse(view.startedAt)
  const seconds = tookMs === null ? 0 : tookMs / 1000
  const duration =
    seconds < 90
      ? t('importing.seconds', { n: points(Math.max(0.1, seconds)) })
      : t('importing.minutes', { n: points(seconds / 60) })
  return (
    <section className={look.result} aria-label={t('importing.resultTitle')}>
      <StatRow>
        {shown.map((key) => (
          <Stat
            key={key}
            label={t(`importing.result.${key}`)}
            value={count(result[key] ?? 0)}
            tone={key === 'dropped' ? 'warning' : undefined}
          >
            {key === 'read' && tookMs !== null ? t('importing.took', { duration }) : null}
          </Stat>
        ))}
      </StatRow>
      {further.length > 0 && (
        <p className={look.further}>
          {further.map((key) => `${t(`importing.result.${key}`)}: ${count(result[key] ?? 0)}`).join(' · ')}
        </p>
      )}
      {view.status === 'done' && (
        <div className={look.go}>
          <Button component={Link} to={paths.reports} variant="filled">
            {t('importing.see.funnel')}
          </Button>
          <Button component={Link} to={paths.people}>
            {t('importing.see.people')}
          </Button>
        </div>
      )}
    </section>
  )
}
