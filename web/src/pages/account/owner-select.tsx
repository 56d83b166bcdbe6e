import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { usersQuery } from '../../story/use-names.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './account-page.module.css'

type Owner = Answered<'getAccount'>['owner']

/** Who looks after the company: their leads go to them first, where the agreement says so. Managers choose; others read. */
export function OwnerSelect({ accountId, owner }: { accountId: string; owner: Owner }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayChoose = useIsRole('admin', 'manager')
  const users = useQuery(usersQuery).data?.users ?? []
  const change = useMutation({
    mutationFn: (ownerId: string | null) =>
      take(api.PATCH('/api/accounts/{accountId}', { params: { path: { accountId } }, body: { ownerId } })),
    onSuccess: (answer) =>
      sayDone(answer.owner === null ? t('account.ownerCleared') : t('account.ownerSet', { name: answer.owner.name })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['account', accountId] }),
  })
  if (!mayChoose)
    return (
      <p className={look.owner}>
        {t('account.owner')}: {owner?.name ?? t('account.noOwner')}
      </p>
    )
  const offered = users.filter((user) => user.isActive || user.id === owner?.id)
  return (
    <NativeSelect
      className={look.owner}
      label={t('account.owner')}
      description={t('account.ownerNote')}
      value={owner?.id ?? ''}
      disabled={change.isPending}
      onChange={(event) => change.mutate(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[
        { value: '', label: t('account.noOwner') },
        ...offered.map((user) => ({
          value: user.id,
          label: user.isActive ? user.name : t('account.ownerInactive', { name: user.name }),
        })),
      ]}
    />
  )
}
