import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { formatLocale } from '../../i18n/format-locale.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { AddGuests } from './add-guests.tsx'
import { EventForm } from './event-form.tsx'
import { EventGuests } from './event-guests.tsx'
import look from './networking.module.css'
import { type EventView, eventQuery } from './queries.ts'

type Props = { eventId: string; onClose: () => void; onMade: (eventId: string) => void }

/** One event: when and where, who of us was there, whom we met, and following them up. "+" makes a new one. */
export function EventDrawer({ eventId, onClose, onMade }: Props) {
  const { t } = useTranslation()
  const isNew = eventId === '+'
  const query = useQuery({ ...eventQuery(eventId), enabled: !isNew })
  return (
    <Drawer isOpen onClose={onClose} title={isNew ? t('networking.event.add') : (query.data?.name ?? '')} width={680}>
      {isNew ? (
        <EventForm event={null} onSaved={(made) => onMade(made.id)} />
      ) : (
        <Loaded query={query}>{(event) => <Details event={event} />}</Loaded>
      )}
    </Drawer>
  )
}

function Details({ event }: { event: EventView }) {
  const { t, i18n } = useTranslation()
  const mayAdd = useIsRole('admin', 'manager', 'marketer', 'seller')
  const [open, setOpen] = useState<'edit' | 'guests' | null>(null)
  if (open === 'edit') return <EventForm event={event} onSaved={() => setOpen(null)} />
  const day = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long', timeZone: 'UTC' })
  const from = event.startsOn === null ? null : new Date(`${event.startsOn}T00:00:00Z`)
  const to = event.endsOn === null ? from : new Date(`${event.endsOn}T00:00:00Z`)
  const when = from === null || to === null ? t('networking.event.noDays') : day.formatRange(from, to)
  return (
    <>
      <dl className={look.facts}>
        <dt>{t('networking.event.when')}</dt>
        <dd className="tnum">{when}</dd>
        <dt>{t('networking.event.place')}</dt>
        <dd>{event.place === '' ? <span className="quiet">{t('networking.event.noPlace')}</span> : event.place}</dd>
        <dt>{t('networking.event.partOf')}</dt>
        <dd>{event.partOf?.name ?? <span className="quiet">{t('networking.event.noCampaign')}</span>}</dd>
        <dt>{t('networking.event.staff')}</dt>
        <dd>
          {event.staff.length === 0 ? (
            <span className="quiet">{t('networking.event.noStaff')}</span>
          ) : (
            event.staff.map(({ name }) => name).join(', ')
          )}
        </dd>
        {event.note === '' ? null : (
          <>
            <dt>{t('networking.event.note')}</dt>
            <dd>{event.note}</dd>
          </>
        )}
      </dl>
      <div className={look.buttons}>
        <ReasonedButton
          why={event.mayChange ? null : t('networking.event.cannotChange')}
          onClick={() => setOpen('edit')}
        >
          {t('networking.event.change')}
        </ReasonedButton>
        <ReasonedButton
          variant={event.total === 0 ? 'filled' : 'default'}
          why={mayAdd ? null : t('networking.introductions.cannot')}
          onClick={() => setOpen(open === 'guests' ? null : 'guests')}
        >
          {t('networking.event.addGuests')}
        </ReasonedButton>
      </div>
      {open === 'guests' ? <AddGuests event={event} onDone={() => setOpen(null)} /> : null}
      <EventGuests event={event} mayAdd={mayAdd} />
    </>
  )
}
