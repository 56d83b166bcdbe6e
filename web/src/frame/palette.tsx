// biome-ignore-all lint/a11y/useSemanticElements: a virtual list and a combobox have no elements of their own
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../api/client.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import look from './palette.module.css'
import { useFoundItems } from './use-found-items.tsx'
import { type PaletteItem, usePaletteActions } from './use-palette-actions.tsx'
import { useViewItems } from './use-view-items.tsx'

const PAUSE_MS = 90

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Reaches everything: people, companies, colleagues, pages, actions. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const search = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => take(api.GET('/api/search', { params: { query: { q, limit: 8 } }, signal })),
    enabled: q !== '',
    placeholderData: (previous) => (q === '' ? undefined : previous),
  })
  const found = useFoundItems(typed.trim() === '' ? undefined : search.data)
  const views = useViewItems()
  const actions = usePaletteActions(onKeys)
  const wanted = fold(typed.trim())
  const items = [...found, ...[...views, ...actions].filter((item) => fold(item.label).includes(wanted))]
  const current = Math.min(at, items.length - 1)

  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    onClose()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && items.length > 0) {
      event.preventDefault()
      const next = (current + by + items.length) % items.length
      setAt(next)
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(items[current])
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      title={undefined}
      aria-label={t('frame.search')}
    >
      <input
        className={look.input}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('frame.searchHint')}
        aria-label={t('frame.search')}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={items.length === 0 ? undefined : `palette-${current}`}
        data-autofocus
        spellCheck={false}
        autoComplete="off"
      />
      <div id="palette-list" className={look.list} role="listbox" aria-label={t('frame.search')}>
        {items.map((item, index) => (
          <div key={item.id} className={look.group}>
            {items[index - 1]?.group === item.group ? null : <p className={look.title}>{item.group}</p>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys */}
            <div
              id={`palette-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={look.item}
              onClick={() => choose(item)}
              onMouseMove={() => setAt(index)}
            >
              <span className={look.icon}>{item.icon}</span>
              <span className={look.label}>
                <span className="cut">{item.label}</span>
                {item.aside === undefined ? null : <span className={look.aside}>{item.aside}</span>}
              </span>
              {item.keys === undefined ? item.mark : <KeyHint keys={item.keys} />}
            </div>
          </div>
        ))}
        {items.length === 0 && !search.isFetching ? (
          <p className={look.nothing}>{t('frame.palette.nothing', { q: typed })}</p>
        ) : null}
      </div>
    </Modal>
  )
}
