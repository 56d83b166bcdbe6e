import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDay } from '../../ui/say-day.ts'
import { EventDrawer } from './event-drawer.tsx'
import look from './networking.module.css'
import { eventsQuery, myCardQuery } from './queries.ts'

const route = getRouteApi('/framed/networking')

/** Events with the people met at each, and the link of one's card there. */
export function Events() {
  const { t, i18n } = useTranslation()
  const query = useQuery(eventsQuery)
  const card = useQuery(myCardQuery).data
  const { event: open } = route.useSearch()
  const navigate = route.useNavigate()
  const mayMake = useIsRole('admin', 'manager', 'marketer')
  const show = (event: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, event }), replace: true, resetScroll: false })
  return (
    <Section
      title={t('networking.cards.events')}
      aside={
        <ReasonedButton why={mayMake ? null : t('networking.event.cannotChange')} onClick={() => show('+')}>
          {t('networking.event.add')}
        </ReasonedButton>
      }
    >
      <Loaded query={query}>
        {({ events }) =>
          events.length === 0 ? (
            <p className="quiet">
              {t('networking.cards.eventsNone')} <Link to={paths.campaigns}>{t('networking.cards.toCampaigns')}</Link>
            </p>
          ) : (
            <ul className={look.list}>
              {events.map((event) => (
                <li key={event.id}>
                  <div className={look.main}>
                    <p>
                      <button type="button" className={look.name} onClick={() => show(event.id)}>
                        {event.name}
                      </button>
                    </p>
                    <p className="quiet small tnum">
                      {[
                        event.startsOn === null ? '' : sayDay(event.startsOn, i18n.language),
                        t('networking.cards.people', { count: event.people }),
                        ...(event.cards === 0 ? [] : [t('networking.cards.cards', { count: event.cards })]),
                      ]
                        .filter((one) => one !== '')
                        .join(' · ')}
                    </p>
                  </div>
                  <Link to={paths.campaign} params={{ campaignId: event.id }} className="small">
                    {t('networking.event.toCampaign')}
                  </Link>
                  {card === undefined ? null : (
                    <CopyButton
                      text={`${card.address}?event=${encodeURIComponent(event.key)}`}
                      label={t('networking.cards.link')}
                      copied={t('networking.cards.copied')}
                      variant="subtle"
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {open === undefined ? null : (
        <EventDrawer key={open} eventId={open} onClose={() => show(undefined)} onMade={show} />
      )}
    </Section>
  )
}
