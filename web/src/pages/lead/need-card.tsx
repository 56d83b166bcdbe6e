import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCircle, IconCircleCheck, IconCircleDashed, IconDots, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Moment } from '../../ui/moment.tsx'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { EvidenceList } from './evidence-list.tsx'
import look from './needs.module.css'
import { type Need, useNeedActs } from './use-need-acts.ts'

const ResolveDialog = lazy(() => import('./resolve-dialog.tsx').then((module) => ({ default: module.ResolveDialog })))

const ICONS = { confirmed: IconCircleCheck, open: IconCircleDashed, resolved: IconCheck, refuted: IconX }

/** One need: how sure it is, in whose words and where they were said, what speaks for it, what became of it. y confirms, x refutes, m says what meets it. */
export function NeedCard({ need, showsPerson = false }: { need: Need; showsPerson?: boolean }) {
  const { t } = useTranslation()
  const { judge } = useNeedActs(need.personId)
  const mayJudge = useIsRole('admin', 'manager', 'marketer', 'seller')
  const [isOpen, setIsOpen] = useState(false)
  const [isResolving, setIsResolving] = useState(false)
  const { status, isKnown } = need
  const isUnsure = status === 'open' && !isKnown
  const Icon = status === 'open' && isKnown ? IconCircle : ICONS[status]
  const sure = status === 'open' ? (isKnown ? 'known' : 'perhaps') : status
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || !mayJudge || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'y' && status !== 'confirmed') judge(need, 'confirmed')
    else if (event.key === 'x' && status !== 'refuted') judge(need, 'refuted')
    else if (event.key === 'm') setIsResolving(true)
    else if (event.key === 'o' && status !== 'open') judge(need, 'reopened')
    else if (event.key === 'Enter') setIsOpen(!isOpen)
    else return
    event.preventDefault()
    event.nativeEvent.stopImmediatePropagation()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys judge the need that has the focus; every key has a button too
    <li className={look.need} data-status={sure} data-need tabIndex={0} onKeyDown={onKeyDown}>
      <Icon size={18} stroke={1.8} className={look.icon} aria-hidden />
      <div className={look.words}>
        <p className={look.line}>
          <span className={look.name}>{need.need}</span>
          <span className={look.sure}>{t(`lead.need.sure.${sure}`)}</span>
        </p>
        {showsPerson && need.person !== null ? (
          <p className={look.small}>
            <Link to={paths.lead} params={{ personId: need.personId }} className={look.link}>
              {need.person}
            </Link>
          </p>
        ) : null}
        {need.quotes.map((quote) => (
          <p key={quote.fact} className={look.quote}>
            <Link
              to={paths.lead}
              params={{ personId: need.personId }}
              search={{ fact: quote.in ?? quote.fact }}
              className={look.said}
              title={t('lead.need.toFact')}
            >
              “{quote.quote}”
            </Link>{' '}
            <span className={look.small}>
              {quote.inKind === null ? null : `${t(`lead.need.in.${placeOf(quote.inKind)}`)}, `}
              <Moment at={quote.at} />
            </span>
          </p>
        ))}
        {need.offered === null ? null : (
          <p className={look.small}>
            {t('lead.need.metBy', {
              kind: t(`lead.need.offer.${offerOf(need.offered.kind)}`),
              name: need.offered.name,
            })}
          </p>
        )}
        {need.evidence.length === 0 || status === 'refuted' ? null : (
          <EvidenceList evidence={need.evidence} personId={need.personId} />
        )}
        {isOpen ? <History need={need} /> : null}
      </div>
      {mayJudge ? (
        <div className={look.judge}>
          {isUnsure ? (
            <>
              <UnstyledButton
                className={look.button}
                aria-label={t('lead.need.confirm', { need: need.need })}
                title={`${t('lead.need.verdict.confirmed')} (y)`}
                onClick={() => judge(need, 'confirmed')}
              >
                <IconCheck size={16} stroke={1.8} aria-hidden />
              </UnstyledButton>
              <UnstyledButton
                className={look.button}
                aria-label={t('lead.need.refute', { need: need.need })}
                title={`${t('lead.need.verdict.refuted')} (x)`}
                onClick={() => judge(need, 'refuted')}
              >
                <IconX size={16} stroke={1.8} aria-hidden />
              </UnstyledButton>
            </>
          ) : null}
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <UnstyledButton className={look.button} aria-label={t('lead.need.more', { need: need.need })}>
                <IconDots size={16} stroke={1.8} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {status === 'resolved' ? null : (
                <Menu.Item onClick={() => setIsResolving(true)}>{t('lead.need.resolve')}</Menu.Item>
              )}
              {status === 'confirmed' ? null : (
                <Menu.Item onClick={() => judge(need, 'confirmed')}>{t('lead.need.verdict.confirmed')}</Menu.Item>
              )}
              {status === 'refuted' ? null : (
                <Menu.Item onClick={() => judge(need, 'refuted')}>{t('lead.need.verdict.refuted')}</Menu.Item>
              )}
              {status === 'open' ? null : (
                <Menu.Item onClick={() => judge(need, 'reopened')}>{t('lead.need.verdict.reopened')}</Menu.Item>
              )}
              <Menu.Item onClick={() => setIsOpen(!isOpen)}>
                {t(isOpen ? 'lead.need.hideHistory' : 'lead.need.showHistory')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      ) : null}
      {isResolving ? (
        <Suspense>
          <ResolveDialog
            need={need}
            onClose={() => setIsResolving(false)}
            onAnswer={(by, note) => {
              setIsResolving(false)
              judge(need, 'resolved', { by, ...(note === '' ? {} : { note }) })
            }}
          />
        </Suspense>
      ) : null}
    </li>
  )
}

const PLACES = ['call', 'form', 'email', 'meeting', 'letter', 'event'] as const
function placeOf(kind: string): (typeof PLACES)[number] | 'story' {
  return PLACES.find((one) => kind.startsWith(`${one}.`)) ?? 'story'
}

const OFFERS = ['deal', 'product', 'asset', 'message'] as const
function offerOf(kind: string): (typeof OFFERS)[number] | 'other' {
  return OFFERS.find((one) => one === kind) ?? 'other'
}

function History({ need }: { need: Need }) {
  const { t } = useTranslation()
  return (
    <ol className={look.history} aria-label={t('lead.need.history')}>
      {need.history.map((event) => (
        <li key={event.fact}>
          <Link
            to={paths.lead}
            params={{ personId: need.personId }}
            search={{ fact: event.fact }}
            className={look.link}
          >
            {t(`lead.need.verdict.${event.verdict}`)}
          </Link>{' '}
          <span className={look.small}>
            {event.by?.name} {event.side === null ? null : <TeamBadge side={event.side} isShort />}{' '}
            <Moment at={event.at} />
          </span>
          {event.note === null ? null : <p className={look.small}>{event.note}</p>}
        </li>
      ))}
    </ol>
  )
}
