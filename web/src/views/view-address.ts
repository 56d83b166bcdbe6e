import { paths } from '../paths.ts'
import type { ViewPage } from './queries.ts'

/** Where each page lies, and what its address keeps that belongs to the moment and not to a view. */
const PAGES: Record<ViewPage, { path: string; passing: readonly string[] }> = {
  today: { path: paths.today, passing: ['lead'] },
  people: { path: paths.people, passing: [] },
  'deals list': { path: paths.dealsList, passing: ['person', 'deal', 'column'] },
}

/** What of an address is a view: in one order whatever the order of clicks, empty or from `?` on. */
export function viewSearch(page: ViewPage, searchStr: string): string {
  const params = new URLSearchParams(searchStr)
  for (const key of PAGES[page].passing) params.delete(key)
  params.sort()
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The address that opens a page with a view. */
export function viewAddress(page: ViewPage, search: string): string {
  return PAGES[page].path + search
}
