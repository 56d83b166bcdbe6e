import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { AdminsOnly } from '../settings/admins-only.tsx'
import settings from '../settings/settings.module.css'
import { SettingsHead } from '../settings/settings-head.tsx'
import look from './privacy.module.css'
import { Purposes } from './purposes.tsx'
import { logQuery, purposesQuery, retentionQuery } from './queries.ts'
import { RetentionLine } from './retention-line.tsx'

/** What people are asked, how long data is kept, and what was done with it. */
export function PrivacyPage() {
  const isAdmin = useIsRole('admin')
  return isAdmin ? <Shown /> : <AdminsOnly />
}

function Shown() {
  const { t } = useTranslation()
  const purposes = useQuery(purposesQuery)
  const retention = useQuery(retentionQuery)
  const log = useQuery(logQuery)
  return (
    <Page>
      <SettingsHead />
      <p className={settings.intro}>{t('privacy.intro')}</p>
      <Section title={t('privacy.purposes')}>
        <Loaded query={purposes}>{(data) => <Purposes purposes={data.purposes} />}</Loaded>
      </Section>
      <Section title={t('privacy.retention')} aside={t('privacy.retentionAside')}>
        <Loaded query={retention}>
          {({ rules }) => (
            <ul className={look.rules}>
              {rules.map((rule) => (
                <RetentionLine key={rule.rule} rule={rule} />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <Section title={t('privacy.log')}>
        <Loaded query={log}>
          {({ entries }) =>
            entries.length === 0 ? (
              <p className="quiet">{t('privacy.logEmpty')}</p>
            ) : (
              <ul className={look.history}>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <Moment at={entry.at} /> {t(`privacy.act.${entry.what}`)}
                    {entry.who === null ? '' : `, ${entry.who}`}
                    {typeof entry.data.reason === 'string' ? (
                      <span className="quiet"> ({entry.data.reason})</span>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </Page>
  )
}
