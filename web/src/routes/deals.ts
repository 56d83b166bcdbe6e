import { createRoute } from '@tanstack/react-router'
import { withWords } from '../i18n/i18n.ts'
import { parseDealsSearch, parseReportSearch } from '../pages/deals/search.ts'
import { paths } from '../paths.ts'
import { formsPage } from '../theme/with-forms.tsx'
import { framed } from './framed.ts'

/** Deals: board, list, forecast, results, one deal. */
export const dealsPages = [
  createRoute({
    getParentRoute: () => framed,
    path: paths.deals,
    validateSearch: parseDealsSearch,
    component: formsPage(
      withWords(['deals'], () => import('../pages/deals/deals-page.tsx')),
      'DealsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.dealsList,
    validateSearch: parseDealsSearch,
    component: formsPage(
      withWords(['deals'], () => import('../pages/deals/list-page.tsx')),
      'DealsListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.dealsForecast,
    validateSearch: parseReportSearch,
    component: formsPage(
      withWords(['deals'], () => import('../pages/deals/forecast-page.tsx')),
      'ForecastPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.dealsResults,
    validateSearch: parseReportSearch,
    component: formsPage(
      withWords(['deals'], () => import('../pages/deals/results-page.tsx')),
      'ResultsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.deal,
    component: formsPage(
      withWords(['deals'], () => import('../pages/deals/deal-page.tsx')),
      'DealPage',
    ),
  }),
] as const
