import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { needsQuery } from '../../api/needs-query.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NeedCard } from './need-card.tsx'
import look from './needs.module.css'
import { SuggestionCard } from './suggestion-card.tsx'

/** What they need: what is known, what is suspected, and what the evidence suggests. l goes from one to the next. */
export function Needs({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const panel = useRef<HTMLDivElement>(null)
  const [showsRefuted, setShowsRefuted] = useState(false)
  const query = useQuery(needsQuery(personId))
  const step = () => {
    const cards = [...(panel.current?.querySelectorAll<HTMLElement>('[data-need]') ?? [])]
    const at = cards.findIndex((card) => card.contains(document.activeElement))
    const next = cards[(at + 1) % Math.max(1, cards.length)]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useKeys(t('lead.needs'), [{ keys: 'l', says: t('lead.keys.needs'), run: step }])
  if (query.data === undefined)
    return query.isError ? (
      <ErrorNote error={query.error} onRetry={() => void query.refetch()} isInline />
    ) : (
      <Skeleton rows={2} />
    )
  const { needs, suggestions } = query.data
  const refuted = needs.filter((need) => need.status === 'refuted')
  const alive = needs.filter((need) => need.status !== 'refuted')
  return (
    <div ref={panel}>
      {alive.length === 0 && suggestions.length === 0 ? <p className="quiet">{t('lead.noNeeds')}</p> : null}
      <ul className={look.needs}>
        {alive.map((need) => (
          <NeedCard key={need.id} need={need} />
        ))}
      </ul>
      {suggestions.length === 0 ? null : (
        <>
          <h3 className={look.heading}>{t('lead.need.suggested')}</h3>
          <ul className={look.needs}>
            {suggestions.map((suggestion) => (
              <SuggestionCard key={suggestion.topic} suggestion={suggestion} personId={personId} />
            ))}
          </ul>
          <p className={look.hint}>
            <KeyHint keys="l" /> {t('lead.need.hint')}
          </p>
        </>
      )}
      {refuted.length === 0 ? null : (
        <>
          <button
            type="button"
            className={look.fold}
            aria-expanded={showsRefuted}
            onClick={() => setShowsRefuted(!showsRefuted)}
          >
            {t('lead.need.refutedCount', { count: refuted.length })}
          </button>
          {showsRefuted ? (
            <ul className={look.needs}>
              {refuted.map((need) => (
                <NeedCard key={need.id} need={need} />
              ))}
            </ul>
          ) : null}
        </>
      )}
    </div>
  )
}
