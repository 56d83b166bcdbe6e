import { Button } from '@mantine/core'
import { IconExternalLink, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './meetings.module.css'
import { type BookingType, typesQuery } from './queries.ts'
import { TypeEditor } from './type-editor.tsx'

const route = getRouteApi('/framed/meetings')

/** The booking pages with their addresses; one is changed in place of the list. */
export function Types() {
  const { t } = useTranslation()
  const { type: chosen } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(typesQuery)
  const mayMake = useIsRole('admin', 'manager', 'seller')
  const open = (type: string | undefined) => void navigate({ search: (before) => ({ ...before, type }) })
  const add = (
    <ReasonedButton
      variant="filled"
      why={mayMake ? null : t('meetings.types.cannot')}
      leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
      onClick={() => open('+')}
    >
      {t('meetings.types.add')}
    </ReasonedButton>
  )
  return (
    <Loaded query={query}>
      {({ types }) => {
        const type = types.find(({ slug }) => slug === chosen) ?? null
        if (mayMake && (chosen === '+' || type?.mayChange === true))
          return (
            <TypeEditor
              key={chosen}
              type={type}
              taken={types.map(({ slug }) => slug)}
              onClose={() => open(undefined)}
            />
          )
        if (types.length === 0)
          return (
            <Empty title={t('meetings.types.emptyTitle')} action={add}>
              {t('meetings.types.emptyText')}
            </Empty>
          )
        return (
          <>
            <div className={look.bar}>
              <p className={look.intro}>{t('meetings.types.intro')}</p>
              {add}
            </div>
            <ul className={look.list}>
              {types.map((one) => (
                <li key={one.slug}>
                  <TypeRow type={one} onEdit={() => open(one.slug)} />
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}

function TypeRow({ type, onEdit }: { type: BookingType; onEdit: () => void }) {
  const { t } = useTranslation()
  const names = type.hosts.map(({ name }) => name)
  const about = [
    t('meetings.minutes', { n: type.minutes }),
    t(`meetings.place.${type.placeKind}`),
    names.length > 3 ? `${names.slice(0, 3).join(', ')} +${names.length - 3}` : names.join(', '),
    t('meetings.types.booked', { count: type.booked }),
    t(type.isPublished ? 'meetings.types.published' : 'meetings.types.unpublished'),
  ]
  const frame = `<iframe src="${type.address}" title="${type.name.replaceAll('"', '&quot;')}" style="width: 100%; height: 46rem; border: 0"></iframe>`
  return (
    <div className={look.row}>
      <div className={look.rowMain}>
        <p className={look.title} data-off={!type.isPublished || undefined}>
          {type.name}
        </p>
        <p className={`${look.address} cut`}>{type.address}</p>
        <p className="quiet small tnum">{about.filter((one) => one !== '').join(' · ')}</p>
      </div>
      <div className={look.buttons}>
        <Button
          variant="subtle"
          component="a"
          href={type.address}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={15} stroke={1.8} aria-hidden />}
        >
          {t('meetings.types.open')}
        </Button>
        <CopyButton
          text={type.address}
          label={t('meetings.types.copy')}
          copied={t('meetings.types.copied')}
          variant="subtle"
        />
        <CopyButton
          text={frame}
          label={t('meetings.types.embed')}
          copied={t('meetings.types.copied')}
          variant="subtle"
        />
        <ReasonedButton why={type.mayChange ? null : t('meetings.types.notYours')} onClick={onEdit}>
          {t('meetings.types.edit')}
        </ReasonedButton>
      </div>
    </div>
  )
}
