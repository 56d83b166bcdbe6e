import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import { Crashed } from '../frame/crashed.tsx'
import { enter } from '../frame/enter.ts'
import { Frame } from '../frame/frame.tsx'
import { NotFound } from '../frame/not-found.tsx'

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed })

/** Around every page of somebody signed in. */
export const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  beforeLoad: enter,
  component: Frame,
  errorComponent: Crashed,
})
