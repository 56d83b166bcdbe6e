import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { sayDate } from '../../ui/say-day.ts'
import look from './agreement.module.css'
import { versionsQuery } from './queries.ts'

/** Every version, newest first; choosing one shows it. */
export function VersionsMenu({ shown }: { shown: number }) {
  const { t, i18n } = useTranslation()
  const versions = useQuery(versionsQuery).data?.agreements ?? []
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}>
          {t('agreement.version', { n: shown })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {versions.map((one) => (
          <Menu.Item
            key={one.version}
            aria-current={one.version === shown ? 'page' : undefined}
            renderRoot={(props) => (
              <Link {...props} to={paths.agreementVersion} params={{ version: String(one.version) }} />
            )}
          >
            <span className={look.versionItem}>
              <span>
                {t('agreement.version', { n: one.version })} <Status status={one.status} />
                {one.openThreads > 0 && (
                  <span className={look.openThreads}> {t('agreement.review.open', { count: one.openThreads })}</span>
                )}
              </span>
              <span className="quiet small">
                {sayDate(
                  one.inForceFrom === null || Date.parse(one.inForceFrom) <= 0 ? one.createdAt : one.inForceFrom,
                  i18n.language,
                  'short',
                )}
                {one.note === '' ? '' : ` · ${one.note}`}
              </span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Where a version stands: draft, in force, superseded or withdrawn. */
export function Status({ status }: { status: 'draft' | 'in force' | 'superseded' | 'withdrawn' }) {
  const { t } = useTranslation()
  return (
    <span className={look.status} data-status={status}>
      {t(`agreement.status.${status}`)}
    </span>
  )
}
