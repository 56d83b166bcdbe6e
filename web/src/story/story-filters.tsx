import { IconFilter, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KINDS, SIDES, type StorySearch } from './story-search.ts'
import look from './story-view.module.css'
import { usersQuery } from './use-names.ts'

type Props = {
  search: StorySearch
  onSearch: (next: StorySearch) => void
  /** Those whose stories are told, where they are several. */
  people?: readonly { id: string; name: string }[]
}

const TYPING_MS = 250

/** What of a story is shown: whose side, which kind, who, which words, up to which day. */
export function StoryFilters({ search, onSearch, people }: Props) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const users = useQuery(usersQuery).data?.users ?? []
  const others = [search.kind, search.actor, search.person, search.q, search.until].filter((one) => one !== undefined)
  const change = (more: StorySearch) => onSearch({ ...search, fact: undefined, ...more })
  return (
    <div className={look.filters}>
      <div className={look.sides} role="toolbar" aria-label={t('lead.filter')}>
        <button
          type="button"
          className={look.filter}
          aria-expanded={isOpen}
          aria-label={t('lead.moreFilters')}
          data-has={others.length > 0 || undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconFilter size={16} stroke={1.7} aria-hidden />
        </button>
        {[undefined, ...SIDES].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className={look.filter}
            aria-pressed={one === search.side}
            data-side={one === 'deal' ? 'sales' : one}
            onClick={() => change({ side: one })}
          >
            {t(`story.side.${one ?? 'all'}`)}
          </button>
        ))}
      </div>
      {isOpen || others.length > 0 ? (
        <div className={look.fields}>
          <Words q={search.q} onChange={(q) => change({ q })} />
          <select
            className={look.field}
            aria-label={t('lead.kinds.label')}
            value={search.kind ?? ''}
            onChange={(event) => change({ kind: KINDS.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">{t('lead.kinds.all')}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`lead.kinds.${kind}`)}
              </option>
            ))}
          </select>
          {people === undefined ? null : (
            <select
              className={look.field}
              aria-label={t('lead.whose')}
              value={search.person ?? ''}
              onChange={(event) => change({ person: event.currentTarget.value || undefined })}
            >
              <option value="">{t('lead.everybody')}</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          )}
          <select
            className={look.field}
            aria-label={t('lead.byWhom')}
            value={search.actor ?? ''}
            onChange={(event) => change({ actor: event.currentTarget.value || undefined })}
          >
            <option value="">{t('lead.byAnybody')}</option>
            {users.map((user) => (
              <option key={user.id} value={user.id}>
                {user.name}
              </option>
            ))}
          </select>
          <input
            type="date"
            className={look.field}
            aria-label={t('lead.jump')}
            title={t('lead.jump')}
            value={search.until ?? ''}
            onChange={(event) => change({ until: event.currentTarget.value || undefined })}
          />
          {others.length === 0 ? null : (
            <button type="button" className={look.filter} onClick={() => onSearch({})}>
              <IconX size={14} aria-hidden /> {t('lead.clear')}
            </button>
          )}
        </div>
      ) : null}
    </div>
  )
}

/** Searches when one stops typing. */
function Words({ q, onChange }: { q: string | undefined; onChange: (q: string | undefined) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(q ?? '')
  const [sent, setSent] = useState(q)
  const [seen, setSeen] = useState(q)
  if (q !== seen) {
    setSeen(q)
    // The address changed by other means: cleared, or gone back to.
    if (q !== sent) {
      setSent(q)
      setTyped(q ?? '')
    }
  }
  const wanted = typed.trim() === '' ? undefined : typed.trim()
  const send = useEffectEvent(() => {
    setSent(wanted)
    onChange(wanted)
  })
  useEffect(() => {
    if (wanted === sent) return
    const timer = setTimeout(send, TYPING_MS)
    return () => clearTimeout(timer)
  }, [wanted, sent])
  return (
    <input
      type="search"
      className={look.field}
      data-is-wide
      placeholder={t('lead.words')}
      aria-label={t('lead.words')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
