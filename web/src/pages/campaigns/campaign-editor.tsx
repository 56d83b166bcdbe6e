import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../acts/parse-amount.ts'
import { api, done, take } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { usersQuery } from '../team/queries.ts'
import look from './campaigns.module.css'
import { type CampaignView, rulesQuery } from './queries.ts'
import { TACTICS } from './search.ts'

type Body = ReturnType<typeof bodyOf>

/** What is stored, as it is sent. */
function bodyOf(one: CampaignView) {
  const {
    name,
    tactic,
    channel,
    startsOn,
    endsOn,
    goal,
    goalAmount,
    budgetCents,
    currency,
    landingUrl,
    note,
    aliases,
  } = one
  return {
    name,
    tactic,
    channel,
    startsOn,
    endsOn,
    owner: one.owner?.id ?? null,
    goal,
    goalAmount,
    budgetCents,
    currency,
    landingUrl,
    note,
    aliases,
  }
}

function blank(name: string, currency: string): Body {
  const none = { channel: null, startsOn: null, endsOn: null, owner: null, goal: null, goalAmount: null }
  return { ...none, name, tactic: 'advertising', budgetCents: null, currency, landingUrl: null, note: '', aliases: [] }
}

type Props = { campaign: CampaignView | null; name?: string; onClose: () => void; onMade?: (id: string) => void }

/** Adds a campaign, or says anew what one is; a change can be undone. */
export function CampaignEditor({ campaign, name = '', onClose, onMade }: Props) {
  const { t } = useTranslation()
  const { currency } = useSession()
  const client = useQueryClient()
  const users = useQuery(usersQuery).data?.users ?? []
  const channels = useQuery(rulesQuery).data?.channels ?? []
  const [body, setBody] = useState<Body>(campaign === null ? blank(name, currency) : bodyOf(campaign))
  const [budget, setBudget] = useState(body.budgetCents === null ? '' : String(body.budgetCents / 100))
  const [goal, setGoal] = useState(
    body.goalAmount === null ? '' : String(body.goal === 'value' ? body.goalAmount / 100 : body.goalAmount),
  )
  const set = (part: Partial<Body>) => setBody((before) => ({ ...before, ...part }))
  const budgetCents = budget.trim() === '' ? null : parseAmount(budget)
  const isBudgetWrong = budget.trim() !== '' && budgetCents === null
  const goalRead = goal.trim() === '' ? null : parseAmount(goal)
  const isGoalWrong = goal.trim() !== '' && goalRead === null
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns'] })
  const put = (id: string, to: Body) =>
    done(api.PUT('/api/campaigns/{campaignId}', { params: { path: { campaignId: id } }, body: to }))
  const undo = useMutation({
    mutationFn: (before: CampaignView) => put(before.id, bodyOf(before)),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const save = useMutation({
    mutationFn: async () => {
      const goalAmount =
        goalRead === null || body.goal === null ? null : body.goal === 'value' ? goalRead : Math.round(goalRead / 100)
      const whole = { ...body, budgetCents, goalAmount, landingUrl: body.landingUrl === '' ? null : body.landingUrl }
      if (campaign !== null) return put(campaign.id, whole).then(() => null)
      return take(api.POST('/api/campaigns', { body: whole })).then((made) => made.id)
    },
    onSuccess: (id) => {
      if (campaign !== null) sayUndo(t('campaigns.saved'), () => undo.mutate(campaign))
      else sayDone(t('campaigns.created', { name: body.name }))
      onClose()
      if (id !== null) onMade?.(id)
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const isWrong = body.name.trim() === '' || isBudgetWrong || isGoalWrong
  const title = t(campaign === null ? 'campaigns.form.new' : 'campaigns.form.edit')
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={title}
      width={520}
      footer={
        <div className={look.buttons}>
          <Button onClick={onClose}>{t('campaigns.form.cancel')}</Button>
          <Button variant="filled" disabled={isWrong} loading={save.isPending} onClick={() => save.mutate()}>
            {t('campaigns.form.save')}
          </Button>
        </div>
      }
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) save.mutate()
        }}
      >
        <TextInput
          label={t('campaigns.form.name')}
          value={body.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          maxLength={200}
          required
          data-autofocus
        />
        <div className={look.pair}>
          <Select
            label={t('campaigns.form.tactic')}
            data={TACTICS.map((value) => ({ value, label: t(`campaigns.tactic.${value}`) }))}
            value={body.tactic}
            onChange={(value) => set({ tactic: TACTICS.find((one) => one === value) ?? body.tactic })}
            allowDeselect={false}
          />
          <Select
            label={t('campaigns.form.channel')}
            data={[...new Set([...channels, ...(body.channel === null ? [] : [body.channel])])].map((value) => ({
              value,
              label: sayChannel(value, t),
            }))}
            value={body.channel}
            onChange={(channel) => set({ channel })}
            clearable
            searchable
          />
          <TextInput
            type="date"
            label={t('campaigns.form.startsOn')}
            value={body.startsOn ?? ''}
            onChange={(event) => set({ startsOn: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t('campaigns.form.endsOn')}
            value={body.endsOn ?? ''}
            min={body.startsOn ?? undefined}
            onChange={(event) => set({ endsOn: event.currentTarget.value || null })}
          />
          <TextInput
            label={t('campaigns.form.budget')}
            value={budget}
            inputMode="decimal"
            error={isBudgetWrong ? t('campaigns.form.wrongAmount') : null}
            onChange={(event) => setBudget(event.currentTarget.value)}
          />
          <TextInput
            label={t('campaigns.form.currency')}
            value={body.currency}
            maxLength={3}
            onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
          />
          <Select
            label={t('campaigns.form.goal')}
            data={[
              { value: 'leads', label: t('campaigns.form.goalLeads') },
              { value: 'value', label: t('campaigns.form.goalValue') },
            ]}
            placeholder={t('campaigns.form.goalNone')}
            value={body.goal}
            onChange={(value) => set({ goal: value === 'leads' || value === 'value' ? value : null })}
            clearable
          />
          <TextInput
            label={t('campaigns.form.goalAmount')}
            value={goal}
            inputMode="decimal"
            disabled={body.goal === null}
            error={isGoalWrong ? t('campaigns.form.wrongAmount') : null}
            onChange={(event) => setGoal(event.currentTarget.value)}
          />
        </div>
        <Select
          label={t('campaigns.form.owner')}
          description={t('campaigns.form.ownerNote')}
          placeholder={t('campaigns.form.noOwner')}
          data={users
            .filter((user) => user.isActive || user.id === body.owner)
            .map((user) => ({ value: user.id, label: user.name }))}
          value={body.owner}
          onChange={(owner) => set({ owner })}
          clearable
          searchable
        />
        <TextInput
          label={t('campaigns.form.landingUrl')}
          type="url"
          placeholder="https://"
          value={body.landingUrl ?? ''}
          onChange={(event) => set({ landingUrl: event.currentTarget.value || null })}
        />
        <Textarea
          label={t('campaigns.form.aliases')}
          description={t('campaigns.form.aliasesNote')}
          defaultValue={body.aliases.join('\n')}
          onChange={(event) =>
            set({
              aliases: event.currentTarget.value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== ''),
            })
          }
          autosize
          minRows={2}
          maxRows={8}
        />
        <Textarea
          label={t('campaigns.form.note')}
          value={body.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          maxLength={2_000}
          autosize
          minRows={2}
        />
      </form>
    </Drawer>
  )
}
