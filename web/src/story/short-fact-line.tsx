import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/types.ts'
import { Moment } from '../ui/moment.tsx'
import { Money } from '../ui/money.tsx'
import look from './fact-line.module.css'
import { hueOf, iconOf } from './fact-look.ts'
import { numberOf, textOf } from './read-data.ts'
import { detailOf, sayFact } from './say-fact.ts'
import { useSay } from './use-say.ts'

/** One fact of an excerpt: what was said of it and when, without what was concluded from it. */
export const ShortFactLine = memo(function ShortFactLine({ fact }: { fact: FactView }) {
  const { t } = useTranslation()
  const say = useSay()
  const Icon = iconOf(fact.kind)
  const detail = detailOf(fact)
  const cents = numberOf(fact.data, 'amountCents')
  return (
    <li className={look.fact} data-hue={hueOf(fact)} data-is-retracted={fact.isRetracted || undefined} data-is-short>
      <span className={look.node}>
        <Icon size={14} stroke={1.8} aria-hidden />
      </span>
      <div className={look.body}>
        <div className={look.top}>
          <p className={look.sentence}>
            <span className={look.said}>{sayFact(fact, say)}</span>
            {cents === null ? null : (
              <>
                {' '}
                <Money cents={cents} currency={textOf(fact.data, 'currency')} />
              </>
            )}
            {fact.isRetracted ? <span className={look.undone}> {t('story.undone')}</span> : null}
          </p>
          <Moment at={fact.at} className={look.when} />
        </div>
        {detail === null ? null : <p className={look.detail}>{detail}</p>}
      </div>
    </li>
  )
})
