import { createRoute } from '@tanstack/react-router'
import { withWords } from '../i18n/i18n.ts'
import { parseDraftSearch } from '../pages/agreement/editor/search.ts'
import { parseAgreementSearch } from '../pages/agreement/search.ts'
import { parseBacktestSearch } from '../pages/backtest/search.ts'
import { parseFeedbackSearch } from '../pages/feedback/search.ts'
import { parsePromisesSearch } from '../pages/promises/search.ts'
import { paths } from '../paths.ts'
import { formsPage } from '../theme/with-forms.tsx'
import { framed } from './framed.ts'

/** The agreement, what was learned and tried for it, and whether it is kept. */
export const agreementPages = [
  createRoute({
    getParentRoute: () => framed,
    path: paths.agreement,
    validateSearch: parseAgreementSearch,
    component: formsPage(
      withWords(['agreement', 'feedback', 'promises'], () => import('../pages/agreement/agreement-page.tsx')),
      'AgreementPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.agreementVersion,
    validateSearch: parseAgreementSearch,
    component: formsPage(
      withWords(['agreement', 'feedback', 'promises'], () => import('../pages/agreement/agreement-page.tsx')),
      'AgreementPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.agreementDraft,
    validateSearch: parseDraftSearch,
    component: formsPage(
      withWords(['agreement', 'backtest', 'feedback'], () => import('../pages/agreement/editor/draft-page.tsx')),
      'DraftPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.backtest,
    validateSearch: parseBacktestSearch,
    component: formsPage(
      withWords(['backtest'], () => import('../pages/backtest/backtest-page.tsx')),
      'BacktestPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.learned,
    component: formsPage(
      withWords(['learned', 'promises'], () => import('../pages/learned/learned-page.tsx')),
      'LearnedPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.learnedScore,
    component: formsPage(
      withWords(['learned', 'promises'], () => import('../pages/learned/learned-score-page.tsx')),
      'LearnedScorePage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.promises,
    validateSearch: parsePromisesSearch,
    component: formsPage(
      withWords(['funnel', 'promises'], () => import('../pages/promises/promises-page.tsx')),
      'PromisesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.feedback,
    validateSearch: parseFeedbackSearch,
    component: formsPage(
      withWords(['feedback'], () => import('../pages/feedback/feedback-page.tsx')),
      'FeedbackPage',
    ),
  }),
] as const
