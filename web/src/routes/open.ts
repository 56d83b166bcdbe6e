import { createRoute } from '@tanstack/react-router'
import { withWords } from '../i18n/i18n.ts'
import { parseInvitationSearch, parseSignInSearch } from '../pages/sign-in/search.ts'
import { paths } from '../paths.ts'
import { formsPage } from '../theme/with-forms.tsx'
import { root } from './framed.ts'

/** What is shown to whoever is not signed in. */
export const openPages = [
  createRoute({
    getParentRoute: () => root,
    path: paths.setup,
    component: formsPage(
      withWords(['setup', 'signIn'], () => import('../pages/setup/setup-page.tsx')),
      'SetupPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.signIn,
    validateSearch: parseSignInSearch,
    component: formsPage(
      withWords(['setup', 'signIn'], () => import('../pages/sign-in/sign-in-page.tsx')),
      'SignInPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.invitation,
    validateSearch: parseInvitationSearch,
    component: formsPage(
      withWords(['setup', 'signIn'], () => import('../pages/sign-in/invitation-page.tsx')),
      'InvitationPage',
    ),
  }),
] as const
