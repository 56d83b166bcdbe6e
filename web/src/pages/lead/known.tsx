import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../../api/types.ts'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { sayChannel } from '../../ui/say-channel.ts'
import look from './known.module.css'

type Scalar = string | number | boolean | null

const PERSON = ['role', 'title', 'language', 'city', 'region', 'country'] as const
const ACCOUNT = ['employees', 'industry', 'segment', 'domain'] as const
const AT_FIRST = 8

/** What is known of the person and the company, and under which names they came. */
export function Known({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const [isWhole, setIsWhole] = useState(false)
  const say = (value: Scalar | undefined): string | null => {
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'number') return count(value)
    return typeof value === 'boolean' ? t(value ? 'story.yes' : 'story.no') : value
  }
  const [touch] = lead.attempts
  const lines = [
    ...PERSON.map((key) => [t(`lead.field.${key}`), say(lead.person[key])] as const),
    ...ACCOUNT.map((key) => [t(`lead.field.${key}`), say(lead.account[key])] as const),
    [t('lead.field.channel'), touch?.channel ? sayChannel(touch.channel, t) : null] as const,
    [t('lead.field.origin'), touch?.origin ?? null] as const,
    [t('lead.field.campaign'), touch?.campaign ?? null] as const,
    [t('lead.field.landingPage'), touch?.landingPage ?? null] as const,
    ...Object.entries(lead.traits).map(([key, value]) => [key, say(value)] as const),
  ].flatMap(([name, text]) => (text === null ? [] : [{ name, text }]))
  const shown = isWhole ? lines : lines.slice(0, AT_FIRST)
  return (
    <>
      <dl className={look.known}>
        <div>
          <dt>{t('lead.firstSeen')}</dt>
          <dd>
            <Moment at={lead.firstSeenAt} />
          </dd>
        </div>
        <div>
          <dt>{t('lead.lastSeen')}</dt>
          <dd>
            <Moment at={lead.lastSeenAt} />
          </dd>
        </div>
        {shown.map(({ name, text }) => (
          <div key={`${name} ${text}`}>
            <dt>{name}</dt>
            <dd title={text}>{text}</dd>
          </div>
        ))}
        {isWhole
          ? lead.identities.map((identity) => (
              <div key={`${identity.kind} ${identity.value}`}>
                <dt>{sayIdentity(identity.kind, t)}</dt>
                <dd title={identity.value}>{identity.value}</dd>
              </div>
            ))
          : null}
      </dl>
      {lines.length + lead.identities.length > AT_FIRST ? (
        <button type="button" className={look.more} onClick={() => setIsWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t('lead.less') : t('lead.more')}
        </button>
      ) : null}
    </>
  )
}

function sayIdentity(kind: string, t: TFunction): string {
  const known = (['email', 'phone', 'external', 'anonymous'] as const).find((one) => kind.startsWith(one))
  return known === undefined ? kind : t(`lead.identity.${known}`)
}
