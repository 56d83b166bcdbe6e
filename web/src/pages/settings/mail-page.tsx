import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { AdminsOnly } from './admins-only.tsx'
import { MailForm } from './mail-form.tsx'
import { MailTest } from './mail-test.tsx'
import { Outbox } from './outbox.tsx'
import { mailQuery } from './queries.ts'
import { RefusedAddresses } from './refused-addresses.tsx'
import look from './settings.module.css'
import { SettingsHead } from './settings-head.tsx'

/** The mail server, whether it works, and what was sent. */
export function MailPage() {
  const isAdmin = useIsRole('admin')
  return isAdmin ? <Shown /> : <AdminsOnly />
}

function Shown() {
  const { t } = useTranslation()
  const query = useQuery({ ...mailQuery, refetchInterval: 10_000 })
  return (
    <Page>
      <SettingsHead />
      <Loaded query={query}>
        {(mail) => (
          <>
            <p className={look.intro}>{t(`settings.mail.sources.${mail.source}`)}</p>
            {mail.trouble !== null && (
              <p className={look.note} role="status">
                {t('settings.mail.waits', { count: mail.waiting })} {mail.trouble}
              </p>
            )}
            <Section
              title={t('settings.mail.server')}
              aside={mail.sentToday > 0 ? t('settings.mail.sentToday', { count: mail.sentToday }) : undefined}
            >
              <MailForm key={`${mail.source} ${mail.host} ${mail.user}`} mail={mail} />
              {mail.source !== 'none' && <MailTest />}
            </Section>
            {mail.refused.length > 0 && (
              <Section title={t('settings.mail.refusedTitle')}>
                <RefusedAddresses refused={mail.refused} />
              </Section>
            )}
            <Section title={t('settings.mail.outbox')} aside={t('settings.mail.outboxAside')}>
              <Outbox />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
