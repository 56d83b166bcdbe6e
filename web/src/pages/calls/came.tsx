import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import { usePhone } from '../../calls/format-phone.ts'
import { sayLength } from '../../calls/outcome-pad.tsx'
import { WhoIsIt } from '../../calls/who-is-it.tsx'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import look from './calls.module.css'
import { cameQuery } from './queries.ts'

type Row = Answered<'listIncomingCalls'>['calls'][number]

/** The calls that came in of late. */
export function Came({ isManager }: { isManager: boolean }) {
  const { t } = useTranslation()
  const query = useQuery(cameQuery(isManager ? 'all' : 'mine'))
  return (
    <Section title={t('calls.came.title')}>
      <Loaded query={query}>
        {({ calls }) =>
          calls.length === 0 ? (
            <p className="quiet">{t('calls.came.none')}</p>
          ) : (
            <ul className={look.plans}>
              {calls.slice(0, 12).map((call) => (
                <CallLine key={call.id} call={call} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

function CallLine({ call }: { call: Row }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const shown = usePhone(call.from ?? '')
  const from = call.from === null ? t('calls.came.hidden') : shown
  const state =
    call.status === 'ended'
      ? call.answeredBy === null
        ? t('calls.came.endedAny')
        : t('calls.came.ended', { name: call.answeredBy.name })
      : t(`calls.came.${call.status}`)
  return (
    <li className={look.plan} data-is-missed={call.status === 'missed' || undefined}>
      <span className={look.planAt}>
        <Moment at={call.at} />
      </span>
      <span className={look.planWho}>
        <span className="cut">
          {call.personId === null ? (
            <b>{from}</b>
          ) : (
            <Link to={paths.lead} params={{ personId: call.personId }} className={look.planName}>
              {call.name ?? from}
            </Link>
          )}
        </span>
        <span className="quiet small cut">
          {call.personId === null ? t('calls.came.nobody') : from} · {state}
          {call.durationS === null || call.durationS === 0 ? '' : ` · ${sayLength(call.durationS)}`}
        </span>
        {isAsking ? <WhoIsIt callId={call.id} onDone={() => setIsAsking(false)} /> : null}
      </span>
      <span className={look.planPhone}>
        {call.recordingUrl === null ? null : (
          <a href={call.recordingUrl} target="_blank" rel="noreferrer noopener" className={look.link}>
            {t('calls.came.recording')}
          </a>
        )}
      </span>
      {call.personId === null && !isAsking ? (
        <Button size="compact-sm" onClick={() => setIsAsking(true)}>
          {t('calls.came.who')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}
