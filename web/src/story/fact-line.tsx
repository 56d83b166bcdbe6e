import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactView } from '../api/types.ts'
import { OpenMail } from '../pages/mail/open-mail.tsx'
import { paths } from '../paths.ts'
import { Moment } from '../ui/moment.tsx'
import { Money } from '../ui/money.tsx'
import { DecisionLine } from './decision-line.tsx'
import look from './fact-line.module.css'
import { hueOf, iconOf } from './fact-look.ts'
import { numberOf, textOf } from './read-data.ts'
import { detailOf, sayFact } from './say-fact.ts'
import { useSay } from './use-say.ts'

type Props = {
  fact: FactView
  /** The one a link led to. */
  isSought?: boolean
  /** Part of a visit that was opened: keys step over it. */
  isInside?: boolean
}

/** One fact of the story on its rail, with what the agreement concluded from it. */
export const FactLine = memo(function FactLine({ fact, isSought = false, isInside = false }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const Icon = iconOf(fact.kind)
  const detail = detailOf(fact)
  const conversationId = fact.kind === 'conversation.recorded' ? textOf(fact.data, 'conversation') : null
  const mailId = textOf(fact.data, 'mail')
  const said = sayFact(fact, say)
  const cents = numberOf(fact.data, 'amountCents')
  const asides = [fact.person?.name, fact.actor?.name, fact.isHistory ? t('story.history') : undefined].filter(
    (one) => one !== undefined,
  )
  return (
    <li
      className={look.fact}
      data-item={isInside ? undefined : true}
      data-is-sought={isSought || undefined}
      tabIndex={isInside ? undefined : -1}
      data-hue={hueOf(fact)}
      data-is-retracted={fact.isRetracted || undefined}
    >
      <span className={look.node}>
        <Icon size={14} stroke={1.8} aria-hidden />
      </span>
      <div className={look.body}>
        <div className={look.top}>
          <p className={look.sentence}>
            <span className={look.said}>{said}</span>
            {cents === null ? null : (
              <>
                {' '}
                <Money cents={cents} currency={textOf(fact.data, 'currency')} />
              </>
            )}
            {fact.isRetracted ? <span className={look.undone}> {t('story.undone')}</span> : null}
            {asides.length === 0 ? null : <span className={look.aside}> · {asides.join(' · ')}</span>}
          </p>
          <Moment at={fact.at} className={look.when} />
        </div>
        {detail === null ? null : <p className={look.detail}>{detail}</p>}
        {conversationId === null || fact.isRetracted ? null : (
          <Link to={paths.conversation} params={{ conversationId }} className={look.open}>
            {t('story.openConversation')}
          </Link>
        )}
        {mailId === null ? null : <OpenMail mailId={mailId} />}
        {fact.decisions.length === 0 ? null : <DecisionLine decisions={fact.decisions} kind={fact.kind} said={said} />}
      </div>
    </li>
  )
})
