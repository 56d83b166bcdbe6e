import { UnstyledButton } from '@mantine/core'
import { IconBulb, IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { EvidenceList } from './evidence-list.tsx'
import look from './needs.module.css'
import { type Suggestion, useNeedActs } from './use-need-acts.ts'

/** A need nobody has said, with what speaks for it: h keeps it as a hypothesis, y confirms it, x says they do not need it. */
export function SuggestionCard({ suggestion, personId }: { suggestion: Suggestion; personId: string }) {
  const { t } = useTranslation()
  const { takeUp } = useNeedActs(personId)
  const mayJudge = useIsRole('admin', 'manager', 'marketer', 'seller')
  const { name } = suggestion
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || !mayJudge || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'h') takeUp(suggestion, null)
    else if (event.key === 'y') takeUp(suggestion, 'confirmed')
    else if (event.key === 'x') takeUp(suggestion, 'refuted')
    else return
    event.preventDefault()
    event.nativeEvent.stopImmediatePropagation()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys judge the need that has the focus; every key has a button too
    <li className={look.need} data-status="suggested" data-need tabIndex={0} onKeyDown={onKeyDown}>
      <IconBulb size={18} stroke={1.8} className={look.icon} aria-hidden />
      <div className={look.words}>
        <p className={look.name}>{name}</p>
        <EvidenceList evidence={suggestion.evidence} personId={personId} />
      </div>
      {mayJudge ? (
        <div className={look.judge}>
          <UnstyledButton
            className={look.button}
            aria-label={t('lead.need.keep', { need: name })}
            title={`${t('lead.need.keepShort')} (h)`}
            onClick={() => takeUp(suggestion, null)}
          >
            <IconPlus size={16} stroke={1.8} aria-hidden />
          </UnstyledButton>
          <UnstyledButton
            className={look.button}
            aria-label={t('lead.need.confirm', { need: name })}
            title={`${t('lead.need.verdict.confirmed')} (y)`}
            onClick={() => takeUp(suggestion, 'confirmed')}
          >
            <IconCheck size={16} stroke={1.8} aria-hidden />
          </UnstyledButton>
          <UnstyledButton
            className={look.button}
            aria-label={t('lead.need.refute', { need: name })}
            title={`${t('lead.need.verdict.refuted')} (x)`}
            onClick={() => takeUp(suggestion, 'refuted')}
          >
            <IconX size={16} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </div>
      ) : null}
    </li>
  )
}
