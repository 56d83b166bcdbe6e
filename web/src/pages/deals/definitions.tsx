import { useTranslation } from 'react-i18next'
import look from './reports.module.css'

/** How the numbers of a report are counted, in the server's words. */
export function Definitions({ of }: { of: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  const lines = Object.entries(of)
  if (lines.length === 0) return null
  return (
    <details className={look.definitions}>
      <summary>{t('deals.definitions')}</summary>
      <ul>
        {lines.map(([key, says]) => (
          <li key={key}>{says}</li>
        ))}
      </ul>
    </details>
  )
}
