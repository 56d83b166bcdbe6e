import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import look from './mail.module.css'
import { OutboxList } from './outbox-list.tsx'
import { MAIL_VIEWS } from './search.ts'
import { ThreadList } from './thread-list.tsx'
import { UnknownList } from './unknown-list.tsx'

const ComposeDrawer = lazy(() => import('./compose-drawer.tsx').then((module) => ({ default: module.ComposeDrawer })))
const TemplateList = lazy(() => import('./template-list.tsx').then((module) => ({ default: module.TemplateList })))
const route = getRouteApi('/framed/mail')

/** Conversations by mail, who is not known yet, what was written here, and the templates. */
export function MailPage() {
  const { t } = useTranslation()
  const { view = 'threads' } = route.useSearch()
  const mayWrite = !useIsRole('viewer')
  const [isWriting, setIsWriting] = useState(false)
  useKeys(t('mail.title'), [{ keys: 'w', says: t('mail.keys.write'), run: () => setIsWriting(true), isOff: !mayWrite }])
  const views = MAIL_VIEWS.filter((each) => mayWrite || each !== 'unknown')
  return (
    <Page>
      <PageHeader
        title={t('mail.title')}
        actions={
          mayWrite ? (
            <Button variant="filled" onClick={() => setIsWriting(true)}>
              {t('mail.write')}
            </Button>
          ) : undefined
        }
      />
      <nav className={look.tabs} aria-label={t('mail.title')}>
        {views.map((each) => (
          <Link
            key={each}
            to={paths.mail}
            search={each === 'threads' ? {} : { view: each }}
            className={look.tab}
            data-is-here={each === view || undefined}
            aria-current={each === view ? 'page' : undefined}
          >
            {t(`mail.views.${each}`)}
          </Link>
        ))}
      </nav>
      {view === 'threads' && <ThreadList />}
      {view === 'unknown' && mayWrite && <UnknownList />}
      {view === 'outbox' && <OutboxList />}
      <Suspense>
        {view === 'templates' && <TemplateList />}
        {isWriting && <ComposeDrawer onClose={() => setIsWriting(false)} />}
      </Suspense>
    </Page>
  )
}
