import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import look from './messages.module.css'
import type { Message } from './messages-query.ts'

/** Every version of a message, the latest first, and who approved the one in use. */
export function MessageVersions({ message }: { message: Message }) {
  const { t } = useTranslation()
  const { id, version, approvedAt, approvedBy } = message
  const query = useQuery({
    queryKey: ['messages', id, version],
    queryFn: ({ signal }) =>
      take(api.GET('/api/messages/{messageId}/versions', { params: { path: { messageId: id } }, signal })),
  })
  return (
    <section className={look.versions}>
      <h3 className={look.heading}>{t('messages.versions')}</h3>
      {approvedAt === null ? null : (
        <p className={look.small}>
          {t('messages.approvedBy', { name: approvedBy?.name ?? t('common.unknown') })} <Moment at={approvedAt} />
        </p>
      )}
      <Loaded query={query}>
        {({ versions }) => (
          <ol>
            {versions.map((one) => (
              <li key={one.version} className={look.oneVersion}>
                <p>
                  <span className={look.small}>
                    {t('messages.version', { version: one.version })} · {one.by?.name} <Moment at={one.at} />
                  </span>
                </p>
                <p>“{one.content.message}”</p>
                <p className={look.small}>
                  {[one.content.driver, ...one.content.proofs.map((proof) => proof.text)]
                    .filter((text) => text !== null)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  )
}
