import { Autocomplete } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from './people.module.css'
import { type DealView, settingsQuery } from './queries.ts'
import { rowOf } from './row-of.ts'
import type { DealActs } from './use-deal-acts.tsx'

/** Whom it is won against: names, or asked and nobody, or not asked yet. */
export function Competitors({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const known = useQuery(settingsQuery).data?.competitors ?? []
  const [typed, setTyped] = useState('')
  const here = deal.competitors ?? []
  const save = (competitors: readonly string[]) => acts.change(rowOf(deal), { competitors })
  const add = (name: string) => {
    if (name.trim() !== '' && !here.includes(name.trim())) save([...here, name.trim()])
    setTyped('')
  }
  return (
    <div className={look.people}>
      {here.length > 0 ? (
        <div className={look.chips}>
          {here.map((name) => (
            <span key={name} className={look.chip}>
              {name}
              {acts.mayChange ? (
                <button
                  type="button"
                  className={look.away}
                  aria-label={t('deals.competitors.remove', { name })}
                  onClick={() => save(here.filter((one) => one !== name))}
                >
                  <IconX size={12} stroke={2} aria-hidden />
                </button>
              ) : null}
            </span>
          ))}
        </div>
      ) : (
        <p className="quiet">
          {t(deal.competitors === null ? 'deals.competitors.notAsked' : 'deals.competitors.none')}{' '}
          {deal.competitors === null && acts.mayChange ? (
            <button type="button" className={look.link} onClick={() => save([])}>
              {t('deals.competitors.sayNone')}
            </button>
          ) : null}
        </p>
      )}
      {acts.mayChange ? (
        <Autocomplete
          aria-label={t('deals.competitors.add')}
          placeholder={t('deals.competitors.add')}
          size="xs"
          data={known.filter((name) => !here.includes(name))}
          value={typed}
          onChange={setTyped}
          onOptionSubmit={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || known.includes(typed)) return
            event.preventDefault()
            add(typed)
          }}
          maxLength={200}
        />
      ) : null}
    </div>
  )
}
