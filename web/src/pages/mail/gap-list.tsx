import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './mail.module.css'
import { gapsQuery } from './queries.ts'
import { saySize } from './say-size.ts'

const REASONS = ['too large', 'unreadable', 'error'] as const

/** What became of mail by day, and every mail that is missing, with the reason. */
export function GapList({ mailboxId }: { mailboxId: string }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const query = useQuery(gapsQuery(mailboxId))
  return (
    <Loaded query={query}>
      {({ days, gaps }) => (
        <>
          {gaps.length > 0 && (
            <ul className={look.list}>
              {gaps.map((gap) => {
                const reason = REASONS.find((each) => each === gap.reason)
                return (
                  <li key={`${gap.folder} ${gap.uid}`} className={look.item}>
                    <span className={look.itemMain}>
                      {gap.folder} · {gap.uid} · {saySize(gap.sizeBytes)}
                      {gap.receivedAt !== null && (
                        <>
                          {' · '}
                          <Moment at={gap.receivedAt} />
                        </>
                      )}
                    </span>
                    <span className={look.bad} title={gap.detail ?? undefined}>
                      {reason === undefined ? gap.reason : t(`mail.boxes.reasons.${reason}`)}
                    </span>
                  </li>
                )
              })}
            </ul>
          )}
          <div className={look.scroll}>
            <table className={look.table}>
              <thead>
                <tr>
                  <th scope="col">{t('mail.boxes.days')}</th>
                  <th scope="col">{t('mail.boxes.stored')}</th>
                  <th scope="col">{t('mail.boxes.headers')}</th>
                  <th scope="col">{t('mail.boxes.counted')}</th>
                  <th scope="col">{t('mail.boxes.failed')}</th>
                </tr>
              </thead>
              <tbody className="tnum">
                {days.map((day) => (
                  <tr key={day.day}>
                    <td>{day.day}</td>
                    <td>{count(day.stored)}</td>
                    <td>{count(day.headers)}</td>
                    <td>{count(day.counted)}</td>
                    <td>{count(day.failed)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Loaded>
  )
}
