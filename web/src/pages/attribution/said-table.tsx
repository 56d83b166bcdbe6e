import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { sayChannel } from '../../ui/say-channel.ts'
import look from './attribution.module.css'
import { CsvButton } from './csv-button.tsx'
import { saidQuery } from './queries.ts'
import type { Asked } from './search.ts'

/** What people say brought them, beside what was tracked: neither is the truth. */
export function SaidTable({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  return (
    <Loaded query={useQuery(saidQuery(asked))}>
      {(found) =>
        found.answered === 0 ? (
          <Empty title={t('attribution.saidEmpty')}>{t('attribution.saidTeach')}</Empty>
        ) : (
          <>
            <p className={look.note}>
              {t('attribution.saidNote', { answered: count(found.answered), leads: count(found.leads) })}{' '}
              {found.agreement !== null &&
                t('attribution.saidAgree', {
                  share: share(found.agreement.share),
                  low: share(found.agreement.low),
                  high: share(found.agreement.high),
                  n: count(found.comparable),
                })}
            </p>
            <table className={look.table}>
              <thead>
                <tr>
                  <th scope="col">{t('attribution.by.channel')}</th>
                  <th scope="col">{t('attribution.tracked')}</th>
                  <th scope="col">{t('attribution.said')}</th>
                  <th scope="col">{t('attribution.onlySaid')}</th>
                </tr>
              </thead>
              <tbody>
                {found.labels.map((row) => (
                  <tr key={row.label}>
                    <td>{sayChannel(row.label, t)}</td>
                    <td>
                      {row.tracked === 0 ? (
                        count(0)
                      ) : (
                        <Link to={paths.people} search={{ channel: row.label }}>
                          {count(row.tracked)}
                        </Link>
                      )}
                    </td>
                    <td>{count(row.selfReported)}</td>
                    <td>{count(row.onlySelfReported)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <CsvButton
              name="said"
              rows={() => [
                [
                  t('attribution.by.channel'),
                  t('attribution.tracked'),
                  t('attribution.said'),
                  t('attribution.onlySaid'),
                ],
                ...found.labels.map((row) => [row.label, row.tracked, row.selfReported, row.onlySelfReported]),
              ]}
            />
          </>
        )
      }
    </Loaded>
  )
}
