import { useQuery } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { withWords } from '../i18n/i18n.ts'
import { lazyForms } from '../theme/with-forms.tsx'
import { WhenWanted } from '../ui/when-wanted.tsx'
import { type ViewPage, viewsQuery } from './queries.ts'
import { viewAddress, viewSearch } from './view-address.ts'
import { ViewsButton } from './views-button.tsx'

const ViewsMenu = lazyForms(async () => (await withWords(['views'], () => import('./views-menu.tsx'))()).ViewsMenu)

/** The page that somebody has just asked for without any view. */
let withoutView: ViewPage | null = null

/** The saved views of a page: which one is open, all the others, and what can be done with them. */
export function SavedViews({ page }: { page: ViewPage }) {
  const router = useRouter()
  const search = useRouterState({ select: ({ location }) => viewSearch(page, location.searchStr) })
  const all = useQuery(viewsQuery).data?.views
  const views = all?.filter((view) => view.page === page)
  const open = views?.find((view) => view.search === search)
  const [last, setLast] = useState<string | null>(null)
  if (open !== undefined && open.id !== last) setLast(open.id)
  useDefaultView(page, search, views?.find((view) => view.isDefault)?.search, all !== undefined)
  return (
    <WhenWanted
      still={(handlers) => <ViewsButton {...handlers} name={open?.name} />}
      live={(isOpen) => (
        <ViewsMenu
          page={page}
          isOpen={isOpen}
          search={search}
          views={views ?? []}
          open={open}
          last={views?.find((view) => view.id === last)}
          onChoose={(chosen) => {
            if (chosen === null) {
              setLast(null)
              withoutView = page
            }
            router.history.push(viewAddress(page, chosen?.search ?? ''))
          }}
        />
      )}
    />
  )
}

/** Opens a page that was asked for without any filter with the view chosen for it: once, when it comes on screen. */
function useDefaultView(page: ViewPage, search: string, wanted: string | undefined, isKnown: boolean): void {
  const router = useRouter()
  const isDone = useRef(false)
  useEffect(() => {
    if (search !== '') isDone.current = true
    else if (withoutView === page) {
      withoutView = null
      isDone.current = true
    }
    if (isDone.current || !isKnown) return
    isDone.current = true
    if (wanted !== undefined && wanted !== '') router.history.replace(viewAddress(page, wanted))
  }, [page, search, wanted, isKnown, router])
}
