import { Button, Menu } from '@mantine/core'
import { IconDots, IconTrophy, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Money } from '../../ui/money.tsx'
import look from './deal-view.module.css'
import { EditableText } from './editable.tsx'
import { nameOf } from './name-of.ts'
import { ProofBadge } from './proof-badge.tsx'
import type { DealView } from './queries.ts'
import { rowOf } from './row-of.ts'
import { StatusText } from './status-text.tsx'
import type { DealActs } from './use-deal-acts.tsx'

/** What the deal is called, with whom, for how much, and how it can end. */
export function DealHead({ deal, acts, isPage }: { deal: DealView; acts: DealActs; isPage: boolean }) {
  const { t } = useTranslation()
  const row = rowOf(deal)
  const name = nameOf(deal, t)
  const Title = isPage ? 'h1' : 'h2'
  return (
    <header className={look.head}>
      {isPage ? (
        <Link to={paths.deals} className={look.back}>
          {t('deals.title')}
        </Link>
      ) : null}
      <div className={look.headLine}>
        <Title className={look.title}>
          <EditableText
            label={t('deals.field.name')}
            value={name}
            mayChange={acts.mayChange}
            onSave={(next) => {
              if (next === '') return false
              acts.change(row, { name: next })
              return true
            }}
          />
        </Title>
        <span className={look.amount}>
          <Money cents={deal.amountCents} currency={deal.currency} />
        </span>
      </div>
      <p className={look.with}>
        <Link to={paths.lead} params={{ personId: deal.personId }}>
          {deal.person}
        </Link>
        {deal.company === null ? null : (
          <>
            {' · '}
            {deal.accountId === null ? (
              deal.company
            ) : (
              <Link to={paths.account} params={{ accountId: deal.accountId }}>
                {deal.company}
              </Link>
            )}
          </>
        )}
        <StatusText status={deal.status} at={deal.closedAt} />
        <ProofBadge proof={deal.proof} isWon={deal.status === 'won'} />
      </p>
      {acts.mayChange ? <Ends deal={deal} acts={acts} hasKeys={isPage} /> : null}
    </header>
  )
}

/** In a panel the keys belong to the board behind it. */
function Ends({ deal, acts, hasKeys }: { deal: DealView; acts: DealActs; hasKeys: boolean }) {
  const { t } = useTranslation()
  const row = rowOf(deal)
  const reopen = () =>
    void acts.say(row, [{ kind: 'deal.reopened', data: { deal: deal.id } }], { said: t('deals.said.reopened') })
  if (deal.status === 'open') {
    return (
      <div className={look.ends}>
        <Button
          variant="filled"
          leftSection={<IconTrophy size={15} stroke={1.8} aria-hidden />}
          rightSection={hasKeys ? <KeyHint keys="w" /> : null}
          onClick={() => acts.win(row)}
        >
          {t('deals.keys.won')}
        </Button>
        <Button
          leftSection={<IconX size={15} stroke={1.8} aria-hidden />}
          rightSection={hasKeys ? <KeyHint keys="q" /> : null}
          onClick={() => acts.lose(row)}
        >
          {t('deals.keys.lost')}
        </Button>
        <Menu position="bottom-start" width={224}>
          <Menu.Target>
            <Button aria-label={t('common.more')} px={8}>
              <IconDots size={16} stroke={1.8} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => acts.lose(row, 'undecided')}>{t('deals.status.undecided')}</Menu.Item>
            <Menu.Item onClick={() => acts.step(row)}>{t('deals.keys.step')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    )
  }
  return (
    <div className={look.ends}>
      {deal.status === 'won' && deal.proof === 'none' ? (
        <Button variant="filled" onClick={() => acts.win(row)}>
          {t('deals.prove')}
        </Button>
      ) : null}
      <Button onClick={() => acts.lose(row, 'explain')}>{t('deals.explain')}</Button>
      {deal.status === 'won' ? null : (
        <Button variant="subtle" onClick={reopen}>
          {t('deals.reopen')}
        </Button>
      )}
    </div>
  )
}
