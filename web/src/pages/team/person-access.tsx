import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import { AskDeactivate } from './hand-on.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { UserView } from './queries.ts'
import look from './team.module.css'
import { useChangeUser } from './use-change-user.ts'

/** A new invitation link, and activity. Deactivating is undone from the toast. */
export function PersonAccess({ user }: { user: UserView }) {
  const { t } = useTranslation()
  const change = useChangeUser()
  const invite = useMutation({
    mutationFn: () => take(api.POST('/api/users/{userId}/invitation', { params: { path: { userId: user.id } } })),
    onError: (error) => sayRefused(error),
  })
  const [isAsking, setIsAsking] = useState(false)
  const setActive = (isActive: boolean, reroute = false) =>
    change.mutate({
      userId: user.id,
      body: isActive ? { isActive } : { isActive, reroute },
      onDone: () => {
        setIsAsking(false)
        sayUndo(t(isActive ? 'team.activated' : 'team.deactivated', { name: user.name }), () =>
          change.mutate({ userId: user.id, body: isActive ? { isActive: false, reroute: false } : { isActive: true } }),
        )
      },
    })
  if (invite.data !== undefined)
    return (
      <InvitationLink
        name={user.name}
        link={invite.data.invitation}
        mailedTo={invite.data.mailedTo}
        onDone={invite.reset}
      />
    )
  return (
    <section className={look.part}>
      <div className={look.buttons}>
        {user.isActive && user.email !== null && (
          <Button loading={invite.isPending} onClick={() => invite.mutate()}>
            {t('team.newInvitation')}
          </Button>
        )}
        <Button
          variant={user.isActive ? 'subtle' : 'default'}
          loading={change.isPending}
          onClick={() => (user.isActive ? setIsAsking(true) : setActive(true))}
        >
          {t(user.isActive ? 'team.deactivate' : 'team.activate')}
        </Button>
      </div>
      {user.isActive && <p className="quiet small">{t('team.deactivateText', { name: user.name })}</p>}
      {isAsking && (
        <AskDeactivate
          user={user}
          isBusy={change.isPending}
          onClose={() => setIsAsking(false)}
          onDeactivate={(reroute) => setActive(false, reroute)}
        />
      )}
    </section>
  )
}
