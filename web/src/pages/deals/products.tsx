import { Autocomplete, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import { useSession } from '../../api/session.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { isReadable, linesOf, productsOf, sumOf, type Written } from './product-lines.ts'
import look from './products.module.css'
import { type DealView, settingsQuery } from './queries.ts'
import { rowOf } from './row-of.ts'
import type { DealActs } from './use-deal-acts.tsx'
import { useWrittenAmount } from './written-amount.ts'

/** What is sold: lines with quantity and price. The sum can become the amount of the deal. */
export function Products({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const company = useSession().currency
  const { money } = useNumbers()
  const write = useWrittenAmount()
  const known = useQuery(settingsQuery).data?.products ?? []
  const stored = linesOf(deal.products, write)
  const [draft, setDraft] = useState<Written[] | null>(null)
  const lines = draft ?? stored
  const currency = deal.currency ?? company
  const sumCents = sumOf(lines)
  const change = (index: number, part: Partial<Written>) =>
    setDraft(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const save = (withAmount: boolean) => {
    const amount = withAmount && sumCents !== null ? { amountCents: sumCents, currency } : {}
    acts.change(rowOf(deal), { products: productsOf(lines), ...amount })
    setDraft(null)
  }
  if (!acts.mayChange && lines.length === 0) return <p className="quiet">{t('deals.products.none')}</p>
  return (
    <div className={look.products}>
      {lines.length === 0 ? <p className="quiet">{t('deals.products.none')}</p> : null}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place until it is stored
        <div key={index} className={look.line}>
          <Autocomplete
            aria-label={t('deals.products.name')}
            placeholder={t('deals.products.name')}
            data={known}
            value={line.name}
            readOnly={!acts.mayChange}
            onChange={(name) => change(index, { name })}
          />
          <TextInput
            aria-label={t('deals.products.quantity')}
            inputMode="decimal"
            value={line.quantity}
            readOnly={!acts.mayChange}
            error={isReadable(line.quantity) ? null : true}
            onChange={(event) => change(index, { quantity: event.currentTarget.value })}
          />
          <span aria-hidden className="quiet">
            ×
          </span>
          <TextInput
            aria-label={t('deals.products.price', { currency })}
            placeholder={t('deals.products.priceShort')}
            inputMode="decimal"
            value={line.price}
            readOnly={!acts.mayChange}
            error={line.price === '' || parseAmount(line.price) !== null ? null : true}
            onChange={(event) => change(index, { price: event.currentTarget.value })}
          />
          {acts.mayChange ? (
            <button
              type="button"
              className={look.away}
              aria-label={t('deals.products.remove', { name: line.name })}
              onClick={() => setDraft(lines.filter((_, at) => at !== index))}
            >
              <IconTrash size={15} stroke={1.8} aria-hidden />
            </button>
          ) : null}
        </div>
      ))}
      <div className={look.foot}>
        {acts.mayChange ? (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
            onClick={() => setDraft([...lines, { name: '', quantity: '1', price: '' }])}
          >
            {t('deals.products.add')}
          </Button>
        ) : null}
        {sumCents === null ? null : (
          <span className="tnum">
            {t('deals.products.sum')} <b>{money(sumCents, currency)}</b>
          </span>
        )}
      </div>
      {draft === null ? (
        <UseSum deal={deal} sumCents={sumCents} onUse={() => save(true)} mayChange={acts.mayChange} />
      ) : (
        <div className={look.save}>
          <Button variant="subtle" onClick={() => setDraft(null)}>
            {t('common.cancel')}
          </Button>
          {sumCents === null || sumCents === deal.amountCents ? null : (
            <Button onClick={() => save(true)}>{t('deals.products.saveWithAmount')}</Button>
          )}
          <Button variant="filled" onClick={() => save(false)}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </div>
  )
}

type UseSumProps = { deal: DealView; sumCents: number | null; onUse: () => void; mayChange: boolean }

function UseSum({ deal, sumCents, onUse, mayChange }: UseSumProps) {
  const { t } = useTranslation()
  if (sumCents === null || sumCents === deal.amountCents || !mayChange) return null
  return (
    <p className={look.differs}>
      {t('deals.products.differs')}{' '}
      <button type="button" className={look.link} onClick={onUse}>
        {t('deals.products.useSum')}
      </button>
    </p>
  )
}
