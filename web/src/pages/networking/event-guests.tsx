import { ActionIcon } from '@mantine/core'
import { IconPhone, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import type { EventView } from './queries.ts'

type Guest = EventView['guests'][number]

/** Whom we met there, who has heard from us since, and a call list of those who have not. */
export function EventGuests({ event, mayAdd }: { event: EventView; mayAdd: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const maySell = useIsRole('admin', 'manager', 'seller')
  const open = event.guests.filter(({ isFollowedUp, hasPhone }) => !isFollowedUp && hasPhone)
  const call = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/calls/sessions', {
          body: {
            name: t('networking.event.callList', { name: event.name }).slice(0, 200),
            filter: {
              people: open.map(({ personId }) => personId),
              segment: {},
              whose: 'everybody',
              stages: [],
              withClosed: true,
              notCalledForDays: 0,
            },
          },
        }),
      ),
    onSuccess: ({ id }) => void navigate({ to: paths.callSession, params: { sessionId: id } }),
    onError: (error) => sayRefused(error, t('networking.event.followUp')),
  })
  const why = !maySell ? t('networking.event.cannotCall') : open.length === 0 ? t('networking.event.nobodyOpen') : null
  if (event.total === 0) return <p className="quiet">{t('networking.event.nobody')}</p>
  return (
    <section aria-label={t('networking.event.guests')}>
      <div className={look.bar}>
        <h3 className={look.heading}>
          {t('networking.event.guests')} <span className="quiet tnum">{event.total}</span>
        </h3>
        <ReasonedButton
          why={why}
          variant="filled"
          leftSection={<IconPhone size={16} stroke={1.8} aria-hidden />}
          loading={call.isPending}
          onClick={() => call.mutate()}
        >
          {t('networking.event.followUp')} {open.length === 0 ? '' : `(${open.length})`}
        </ReasonedButton>
      </div>
      {event.guests.length < event.total ? (
        <p className="quiet small tnum">{t('networking.ties.shown', { n: event.guests.length, total: event.total })}</p>
      ) : null}
      <ul className={look.guests}>
        {event.guests.map((guest) => (
          <GuestLine key={guest.personId} event={event} guest={guest} mayAdd={mayAdd} />
        ))}
      </ul>
    </section>
  )
}

function GuestLine({ event, guest, mayAdd }: { event: EventView; guest: Guest; mayAdd: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const name = guest.name === '' ? t('networking.somebody') : guest.name
  const remove = useMutation({
    mutationFn: () =>
      done(
        api.DELETE('/api/networking/events/{eventId}/guests/{personId}', {
          params: { path: { eventId: event.id, personId: guest.personId } },
        }),
      ),
    onSuccess: () => sayDone(t('networking.event.removed', { name })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['networking'] }),
  })
  const about = [
    guest.company,
    guest.metBy.length === 0
      ? null
      : t('networking.event.met', { name: guest.metBy.map((one) => one.name).join(', ') }),
    guest.owner === null ? null : t('networking.event.owner', { name: guest.owner.name }),
  ]
  return (
    <li>
      <span className={look.guest}>
        <Link to={paths.lead} params={{ personId: guest.personId }}>
          {name}
        </Link>
        <span className="quiet small cut">{about.filter((one) => one !== null).join(' · ')}</span>
      </span>
      <span className="quiet small">
        {t(
          guest.isFollowedUp
            ? 'networking.event.isFollowedUp'
            : guest.hasPhone
              ? 'networking.event.isOpen'
              : 'networking.event.noPhone',
        )}
      </span>
      {mayAdd ? (
        <ActionIcon
          variant="subtle"
          aria-label={t('networking.event.remove', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconX size={16} stroke={1.8} />
        </ActionIcon>
      ) : null}
    </li>
  )
}
