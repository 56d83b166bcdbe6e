import { useTranslation } from 'react-i18next'
import look from './badges.module.css'

/** The grade, such as A1. The better the letter, the stronger the mark. */
export function GradeBadge({ grade }: { grade: string | null }) {
  const { t } = useTranslation()
  if (grade === null) {
    return (
      <span className={look.grade} data-letter="none" title={t('common.grade.none')}>
        –
      </span>
    )
  }
  return (
    <span className={look.grade} data-letter={grade.slice(0, 1)} title={t('common.grade.label', { grade })}>
      {grade}
    </span>
  )
}
