import { createRouter } from '@tanstack/react-router'
import { queryClient, whenSignedOut } from './api/query-client.ts'
import { Crashed } from './frame/crashed.tsx'
import { paths } from './paths.ts'
import { agreementPages } from './routes/agreement.ts'
import { dealsPages } from './routes/deals.ts'
import { framed, root } from './routes/framed.ts'
import { housePages } from './routes/house.ts'
import { marketingPages } from './routes/marketing.ts'
import { openPages } from './routes/open.ts'
import { workPages } from './routes/work.ts'
import { Skeleton } from './ui/skeleton.tsx'

export const router = createRouter({
  routeTree: root.addChildren([
    framed.addChildren([...workPages, ...dealsPages, ...agreementPages, ...marketingPages, ...housePages]),
    ...openPages,
  ]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: Crashed,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

whenSignedOut(() => {
  queryClient.removeQueries({ queryKey: ['session'] })
  const { pathname, href } = router.state.location
  if (pathname === paths.signIn || pathname === paths.setup || pathname === paths.invitation) return
  void router.navigate({ to: paths.signIn, search: href === paths.today ? {} : { next: href } })
})
