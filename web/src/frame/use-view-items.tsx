import { IconBookmark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewsQuery } from '../views/queries.ts'
import { viewAddress } from '../views/view-address.ts'
import type { PaletteItem } from './use-palette-actions.tsx'

/** The saved views of every page, as lines of the palette. */
export function useViewItems(): PaletteItem[] {
  const { t } = useTranslation()
  const router = useRouter()
  const views = useQuery(viewsQuery).data?.views ?? []
  const of = {
    today: t('frame.places.today'),
    people: t('frame.places.people'),
    'deals list': t('frame.places.deals'),
  } as const
  return views.map((view) => ({
    id: `view-${view.id}`,
    group: t('frame.views.title'),
    label: view.name,
    aside: of[view.page],
    icon: <IconBookmark size={18} stroke={1.6} />,
    run: () => router.history.push(viewAddress(view.page, view.search)),
  }))
}
