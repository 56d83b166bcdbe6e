import { lazyRouteComponent } from '@tanstack/react-router'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

async function around<P extends object>(load: () => Promise<ComponentType<P>>): Promise<ComponentType<P>> {
  const [{ Forms }, Part] = await Promise.all([import('./forms.tsx'), load()])
  return (props) => (
    <Forms>
      <Part {...props} />
    </Forms>
  )
}

/** A part that is loaded when it is wanted, together with what draws its fields, menus and dialogs. */
export function lazyForms<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await around(load) }))
}

/** A page of the routes, loaded when it is visited, together with what draws its fields, menus and dialogs. */
export function formsPage<N extends string>(load: () => Promise<{ [K in N]: ComponentType }>, name: N) {
  return lazyRouteComponent(async () => ({ Page: await around(async () => (await load())[name]) }), 'Page')
}
