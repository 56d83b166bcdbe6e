import { NumberInput, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { sayRefused } from '../../ui/toast.ts'
import { previewQuery, type RetentionRule } from './queries.ts'

const MOST_MONTHS = 240

/** One kind of data: how many months it is kept, what that would take today, and whether the rule is on. */
export function RetentionLine({ rule }: { rule: RetentionRule }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const queries = useQueryClient()
  const [months, setMonths] = useState(rule.months)
  const preview = useQuery(previewQuery(rule.rule, months))
  const save = useMutation({
    mutationFn: (next: { months: number; isOn: boolean }) =>
      done(api.PUT('/api/privacy/retention', { body: { rule: rule.rule, ...next } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['privacy'] }),
    onError: (error) => sayRefused(error),
  })
  const n = preview.data?.n ?? 0
  const shown = preview.data?.isCounted === false ? `> ${count(n - 1)}` : count(n)
  return (
    <li>
      <span>
        {t(`privacy.rule.${rule.rule}`)}
        <span className="quiet small">
          {' '}
          {preview.isSuccess ? t('privacy.wouldTake', { count: n, shown }) : ''}
          {rule.lastRunAt === null ? '' : ` ${t('privacy.lastTook', { shown: count(rule.lastRemoved ?? 0) })}`}
          {rule.lastError === null ? '' : ` ${t('privacy.stopped', { why: rule.lastError })}`}
        </span>
      </span>
      <NumberInput
        aria-label={`${t(`privacy.rule.${rule.rule}`)}: ${t('privacy.months')}`}
        value={months}
        min={1}
        max={MOST_MONTHS}
        clampBehavior="strict"
        allowDecimal={false}
        suffix={` ${t('privacy.months')}`}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1) setMonths(value)
        }}
        onBlur={() => {
          if (months !== rule.months) save.mutate({ months, isOn: rule.isOn })
        }}
      />
      <Switch
        aria-label={t(`privacy.rule.${rule.rule}`)}
        checked={rule.isOn}
        disabled={save.isPending}
        onChange={(event) => save.mutate({ months, isOn: event.currentTarget.checked })}
      />
    </li>
  )
}
