import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../api/client.ts'
import type { Answered } from '../api/types.ts'
import look from '../pages/calls/calls.module.css'
import { lazyForms } from '../theme/with-forms.tsx'
import { useNow } from '../ui/clock.ts'
import { Moment } from '../ui/moment.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { sayRefused, sayUndo } from '../ui/toast.ts'
import { telOf, usePhone } from './format-phone.ts'
import { sayWhyNot } from './may-call.ts'
import link from './phone-link.module.css'

const WhoIsIt = lazyForms(() => import('./who-is-it.tsx').then((module) => module.WhoIsIt))

export type UnknownCall = Answered<'listUnknownCallers'>['calls'][number]

/** A missed call from a number nobody is known by: dial it, say who it was, or let it go. */
export function UnknownCaller({ call }: { call: UnknownCall }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const shown = usePhone(call.from)
  const why = sayWhyNot(call.may, t, i18n.language, now)
  const params = { path: { callId: call.id } }
  const refresh = () => client.invalidateQueries({ queryKey: ['calls'] })
  const back = useMutation({
    mutationFn: () => done(api.DELETE('/api/calls/incoming/{callId}/settled', { params })),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const settle = useMutation({
    mutationFn: (as: 'called back' | 'not for us') =>
      done(api.PUT('/api/calls/incoming/{callId}/settled', { params, body: { as } })),
    onSuccess: (_, as) =>
      sayUndo(t(as === 'called back' ? 'calls.unknown.didBack' : 'calls.unknown.didNot', { phone: shown }), () =>
        back.mutate(),
      ),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  return (
    <li className={look.plan} data-is-missed data-is-unknown>
      <span className={look.planAt}>
        <Moment at={call.at} />
      </span>
      <span className={look.planWho}>
        <b className="cut">{shown}</b>
        <span className="quiet small cut">
          {t('calls.unknown.line')}
          {call.times > 1 ? ` · ${t('calls.unknown.times', { count: call.times })}` : ''}
        </span>
        {isAsking ? (
          <Suspense>
            <WhoIsIt callId={call.id} onDone={() => setIsAsking(false)} />
          </Suspense>
        ) : null}
      </span>
      <span className={look.planPhone}>
        {why === null ? (
          <a href={telOf(call.from)} className={link.link} aria-label={t('acts.call', { phone: shown })}>
            <IconPhone size={16} stroke={1.8} aria-hidden /> {t('calls.unknown.dial')}
          </a>
        ) : (
          <span className={link.refused} title={why}>
            <IconPhoneOff size={16} stroke={1.8} aria-hidden /> <span className={link.why}>{why}</span>
          </span>
        )}
      </span>
      <span className={look.unknownActs}>
        <PlainButton size="compact" variant="subtle" aria-expanded={isAsking} onClick={() => setIsAsking(!isAsking)}>
          {t('calls.came.who')}
        </PlainButton>
        <PlainButton size="compact" variant="subtle" onClick={() => settle.mutate('called back')}>
          {t('calls.unknown.back')}
        </PlainButton>
        <PlainButton size="compact" variant="subtle" onClick={() => settle.mutate('not for us')}>
          {t('calls.unknown.not')}
        </PlainButton>
      </span>
    </li>
  )
}
