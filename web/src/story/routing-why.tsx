import { useTranslation } from 'react-i18next'
import type { DecisionView } from '../api/types.ts'
import { sayPlanned } from '../ui/say-moment.ts'
import { flagOf, numberOf, recordsOf, textOf, textsOf } from './read-data.ts'
import { sayRule, saySkipped, sayWhyNot } from './say-why-not.ts'
import { useSay } from './use-say.ts'
import look from './why.module.css'

/** How an owner was chosen: the clauses that came first, those that held too and lost, who was passed over and why. */
export function RoutingWhy({ decision: { data, clause } }: { decision: DecisionView }) {
  const { t, i18n } = useTranslation()
  const say = useSay()
  const considered = recordsOf(data, 'considered')
  const outranked = textsOf(data, 'outranked')
  const passedOver = recordsOf(data, 'passedOver')
  const rule = textOf(data, 'rule')
  const insteadOf = textOf(data, 'insteadOf')
  const waitUntil = numberOf(data, 'waitUntil')
  return (
    <>
      {rule === null ? null : <p>{sayRule(rule, t)}</p>}
      {insteadOf === null ? null : <p>{t('story.why.insteadOf', { pool: insteadOf })}</p>}
      {flagOf(data, 'isCredit') === true ? <p>{t('story.why.credit')}</p> : null}
      {waitUntil === null ? null : <p>{t('story.why.waitUntil', { when: sayPlanned(waitUntil, i18n.language) })}</p>}
      {considered.length === 0 ? null : (
        <div>
          <p className={look.small}>{t('story.why.considered')}</p>
          <ul>
            {considered.map((one) => (
              <li key={textOf(one, 'clause')}>
                §{textOf(one, 'clause')} <span className="quiet">· {saySkipped(textOf(one, 'why') ?? '', t)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {outranked.length === 0 || clause === null || clause === '' ? null : (
        <p>
          {t('story.why.outranked', {
            count: outranked.length,
            clauses: outranked.map((one) => `§${one}`).join(', '),
            clause: `§${clause}`,
          })}
        </p>
      )}
      {passedOver.length === 0 ? null : (
        <div>
          <p className={look.small}>{t('story.why.passedOver')}</p>
          <ul>
            {passedOver.map((one) => (
              <li key={[textOf(one, 'who'), textOf(one, 'clause'), textOf(one, 'pool')].join(' ')}>
                {say.nameOf(textOf(one, 'who') ?? '')}{' '}
                <span className="quiet">
                  · {sayWhyNot(textOf(one, 'why') ?? '', t, i18n.language)}
                  {textOf(one, 'clause') === null ? null : ` (§${textOf(one, 'clause')})`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
