import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/page.tsx'
import look from './networking.module.css'
import { eventsQuery, myCardQuery } from './queries.ts'

/** Events with the people met at each, and the link of one's card there. */
export function Events() {
  const { t } = useTranslation()
  const query = useQuery(eventsQuery)
  const card = useQuery(myCardQuery).data
  return (
    <Section title={t('networking.cards.events')}>
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
                      <Link to={paths.campaign} params={{ campaignId: event.id }}>
                        {event.name}
                      </Link>
                    </p>
                    <p className="quiet small tnum">
                      {[
                        event.startsOn ?? '',
                        t('networking.cards.people', { count: event.people }),
                        ...(event.cards === 0 ? [] : [t('networking.cards.cards', { count: event.cards })]),
                      ]
                        .filter((one) => one !== '')
                        .join(' · ')}
                    </p>
                  </div>
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
    </Section>
  )
}
