import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import look from './deal-view.module.css'
import { Part } from './part.tsx'
import { type DealView, settingsQuery } from './queries.ts'
import { withCapital } from './with-capital.ts'

/** Why a closed deal ended as it did, and by whose word; a win without proof says what is still owed. */
export function Closing({ deal }: { deal: DealView }) {
  const { t } = useTranslation()
  const reasons = useQuery(settingsQuery).data?.reasons ?? []
  const says = (code: string) => reasons.find((reason) => reason.code === code)?.says ?? code
  const owed = deal.win.lines.filter((line) => !line.isThere)
  return (
    <Part title={t(deal.status === 'won' ? 'deals.part.whyWon' : 'deals.part.whyLost')}>
      {deal.said.length === 0 ? <p className="quiet">{t('deals.reason.none')}</p> : null}
      <ul className={look.said}>
        {deal.said.map((word) => {
          const [main, ...also] = word.reasons
          const against = word.competitor === null ? [] : [t('deals.history.against', { names: word.competitor })]
          return (
            <li key={`${word.at} ${word.saidBy}`}>
              <b className={look.reason}>{main === undefined ? '' : withCapital(says(main))}</b>
              <span className="quiet">
                {[...also.map(says), ...against].map((one) => ` · ${one}`)}
                {` · ${t(`deals.saidBy.by.${word.saidBy}`)}, `}
                <Moment at={word.at} />
              </span>
              {word.note === null ? null : <p className={look.note}>{word.note}</p>}
            </li>
          )
        })}
      </ul>
      {deal.status === 'won' && deal.proof === 'none' && owed.length > 0 ? (
        <p className={look.owed}>{t('deals.win.owed', { what: owed.map((line) => line.says).join(', ') })}</p>
      ) : null}
    </Part>
  )
}
