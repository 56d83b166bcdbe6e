import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { sayRole } from '../../story/say-role.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { type Cell, HouseGrid } from './house-grid.tsx'
import look from './messages.module.css'
import { type House, houseQuery } from './messages-query.ts'
import type { MessagesSearch } from './search.ts'

const MessageEditor = lazy(() => import('./message-editor.tsx').then((module) => ({ default: module.MessageEditor })))
const HouseEditor = lazy(() => import('./house-editor.tsx').then((module) => ({ default: module.HouseEditor })))

const route = getRouteApi('/framed/messages')

/** The message house of both teams: what is said on each pillar at each stage, and what is missing. */
export function MessagesPage() {
  const query = useQuery(houseQuery)
  return <Page>{<Loaded query={query}>{(house) => <Whole house={house} />}</Loaded>}</Page>
}

function Whole({ house }: { house: House }) {
  const { t } = useTranslation()
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [isBuilding, setIsBuilding] = useState(false)
  const [cell, setCell] = useState<Cell | null>(null)
  const change = (more: MessagesSearch) => void navigate({ search: { ...search, ...more }, replace: true })
  const write = (where: Cell | null) => {
    setCell(where)
    change({ message: 'new' })
  }
  const { persona, language } = search
  const shown = house.messages.filter(
    (one) =>
      (persona === undefined || one.persona === null || one.persona === persona) &&
      (language === undefined || one.language === null || one.language === language),
  )
  const open = house.messages.find((one) => one.id === search.message)
  const { complete, pillars } = house.completeness
  const canWrite = mayWrite && house.pillars.length > 0
  useKeys(t('messages.title'), [
    { keys: 'n', says: t('messages.write'), run: () => write(null), isOff: !canWrite },
    { keys: 'e', says: t('messages.build'), run: () => setIsBuilding(true), isOff: !mayWrite },
  ])
  return (
    <>
      <PageHeader
        title={t('messages.title')}
        aside={house.pillars.length === 0 ? undefined : t('messages.complete', { complete, count: pillars })}
        actions={
          mayWrite ? (
            <>
              <Button leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setIsBuilding(true)}>
                {t('messages.build')}
              </Button>
              {canWrite ? (
                <Button variant="filled" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => write(null)}>
                  {t('messages.write')}
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      />
      <p className={look.roof}>
        {house.roof === '' ? <span className="quiet">{t('messages.noRoof')}</span> : house.roof}
      </p>
      {house.pillars.length === 0 ? (
        <Empty
          title={t('messages.empty')}
          action={
            mayWrite ? (
              <Button variant="filled" onClick={() => setIsBuilding(true)}>
                {t('messages.build')}
              </Button>
            ) : undefined
          }
        >
          {t('messages.emptyText')}
        </Empty>
      ) : (
        <Section
          title={t('messages.grid')}
          aside={
            <span className={look.choose}>
              <select
                className={look.select}
                aria-label={t('messages.persona')}
                value={persona ?? ''}
                onChange={(event) => change({ persona: event.currentTarget.value || undefined })}
              >
                <option value="">{t('messages.anyPersona')}</option>
                {[...new Set([...house.personas, ...house.messages.flatMap((one) => one.persona ?? [])])].map((one) => (
                  <option key={one} value={one}>
                    {sayRole(one, t)}
                  </option>
                ))}
              </select>
              <select
                className={look.select}
                aria-label={t('messages.language')}
                value={language ?? ''}
                onChange={(event) => change({ language: event.currentTarget.value || undefined })}
              >
                <option value="">{t('messages.anyLanguage')}</option>
                {[...new Set(['en', 'fr', ...house.messages.flatMap((one) => one.language ?? [])])].map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </span>
          }
        >
          <HouseGrid
            pillars={house.pillars}
            messages={shown}
            incomplete={house.completeness.incomplete}
            onOpen={(id) => change({ message: id })}
            onWrite={mayWrite ? write : null}
          />
        </Section>
      )}
      <Suspense>
        {isBuilding ? <HouseEditor house={house} onClose={() => setIsBuilding(false)} /> : null}
        {open !== undefined || (search.message === 'new' && canWrite) ? (
          <MessageEditor
            key={search.message}
            house={house}
            message={open ?? null}
            cell={cell}
            persona={persona ?? null}
            language={language ?? null}
            onClose={() => change({ message: undefined })}
          />
        ) : null}
      </Suspense>
    </>
  )
}
