import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import { RateText } from '../../ui/rate-text.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import { type Introduction, introductionsQuery } from './queries.ts'

const NEXT = {
  asked: ['promised', 'made', 'declined'],
  promised: ['made', 'declined'],
  made: ['asked'],
  declined: ['asked'],
} as const
const ACTS = { asked: 'reopen', promised: 'promise', made: 'make', declined: 'decline' } as const

/** Introductions that were asked for, how each stands, and what they did for the pipeline. */
export function Introductions() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const query = useQuery(introductionsQuery)
  return (
    <Loaded query={query}>
      {({ introductions, effect }) =>
        introductions.length === 0 ? (
          <Empty
            title={t('networking.introductions.emptyTitle')}
            action={
              <Button onClick={() => void navigate({ to: paths.people })}>
                {t('networking.introductions.toPeople')}
              </Button>
            }
          >
            {t('networking.introductions.emptyText')}
          </Empty>
        ) : (
          <>
            <StatRow>
              <Stat label={t('networking.effect.made')} value={<RateText rate={effect.made} isBig />} />
              <Stat label={t('networking.effect.leads')} value={<span className="tnum">{effect.leads}</span>} />
              <Stat
                label={t('networking.effect.opportunities')}
                value={<span className="tnum">{effect.opportunities}</span>}
              />
              <Stat label={t('networking.effect.won')} value={<span className="tnum">{effect.won}</span>}>
                {effect.wonByCurrency.length === 0
                  ? t('networking.effect.none')
                  : effect.wonByCurrency.map(({ currency, amountCents }) => (
                      <Money key={currency} cents={amountCents} currency={currency} />
                    ))}
              </Stat>
            </StatRow>
            <ul className={look.list}>
              {introductions.map((one) => (
                <li key={one.id}>
                  <Row introduction={one} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}

function Row({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { person, asked, status } = introduction
  const change = async (next: Introduction['status']) => {
    try {
      await take(
        api.PUT('/api/introductions/{introductionId}', {
          params: { path: { introductionId: introduction.id } },
          body: { status: next },
        }),
      )
      sayDone(
        next === 'made'
          ? t('networking.introductions.madeSaid', { name: person.name })
          : t('networking.introductions.changed'),
      )
    } catch (error) {
      sayRefused(error)
    }
    await Promise.all([
      client.invalidateQueries({ queryKey: ['networking'] }),
      client.invalidateQueries({ queryKey: ['lead', person.id] }),
    ])
  }
  return (
    <>
      <div className={look.main}>
        <p>
          <Link to={paths.lead} params={{ personId: person.id }}>
            {person.name || t('networking.somebody')}
          </Link>{' '}
          <span className="quiet small">{person.company}</span>
        </p>
        <p className="quiet small">
          {t(`networking.status.${status}`)}
          {asked === null ? '' : ` · ${t('networking.introductions.by', { name: asked.name })}`}
          {` · ${t('networking.introductions.for', { name: introduction.for.name })} · `}
          <Moment at={introduction.settledAt ?? introduction.promisedAt ?? introduction.askedAt} />
        </p>
        {introduction.note === '' ? null : <p className="small">{introduction.note}</p>}
      </div>
      {introduction.mayChange ? (
        <div className={look.buttons}>
          {NEXT[status].map((next) => (
            <Button key={next} variant={next === 'made' ? 'default' : 'subtle'} onClick={() => void change(next)}>
              {t(`networking.introductions.${ACTS[next]}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}
