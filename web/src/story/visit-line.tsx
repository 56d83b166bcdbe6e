import { IconChevronDown, IconChevronRight, IconEye } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/types.ts'
import { Moment } from '../ui/moment.tsx'
import look from './fact-line.module.css'
import { FactLine } from './fact-line.tsx'
import { lengthOf } from './group-visits.ts'
import { textOf } from './read-data.ts'

const NAMED = 3

/** Several pages read in one go, as one line that opens. */
export const VisitLine = memo(function VisitLine({ facts }: { facts: readonly FactView[] }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [newest] = facts
  const minutes = Math.max(1, Math.round(lengthOf(facts) / 60_000))
  const titles = [
    ...new Set(facts.toReversed().map((fact) => textOf(fact.data, 'title') ?? textOf(fact.data, 'path') ?? '')),
  ]
  const named = titles.filter((title) => title !== '').slice(0, NAMED)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  if (newest === undefined) return null
  return (
    <li className={look.fact} data-hue="them" data-item tabIndex={-1}>
      <span className={look.node}>
        <IconEye size={14} stroke={1.8} aria-hidden />
      </span>
      <div className={look.body}>
        <div className={look.top}>
          <button type="button" className={look.visit} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <span className={look.said}>{t('lead.visit', { count: facts.length, minutes })}</span>
            {newest.person === null ? null : <span className={look.aside}> · {newest.person.name}</span>}
            <Chevron size={14} stroke={1.8} aria-hidden />
          </button>
          <Moment at={newest.at} className={look.when} />
        </div>
        {isOpen ? (
          <ol className={look.pages}>
            {facts.map((fact) => (
              <FactLine key={fact.id} fact={fact} isInside />
            ))}
          </ol>
        ) : (
          <p className={look.detail}>
            {named.join(' · ')}
            {titles.length > named.length ? ' · …' : ''}
          </p>
        )}
      </div>
    </li>
  )
})
