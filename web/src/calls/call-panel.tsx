import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../ui/clock.ts'
import { type CallAtHand, leaveCall } from './call-at-hand.ts'
import look from './call-panel.module.css'
import { telOf, usePhone } from './format-phone.ts'
import { OutcomePad, Timer } from './outcome-pad.tsx'

/** The call that was begun by a click on a number: how long it has been, and what comes of it. */
export function CallPanel({ call }: { call: CallAtHand }) {
  const { t } = useTranslation()
  const shown = usePhone(call.phone)
  const [since] = useState(serverNow)
  return (
    <aside className={look.panel} aria-label={t('calls.panel.title', { name: call.name })}>
      <header className={look.head}>
        <div className={look.who}>
          <b className="cut">{call.name}</b>
          <span className="quiet small">
            <a href={telOf(call.phone)}>{shown}</a> · <Timer since={since} />
          </span>
        </div>
        <button type="button" className={look.close} onClick={leaveCall} aria-label={t('calls.panel.close')}>
          <IconX size={16} aria-hidden />
        </button>
      </header>
      <OutcomePad personId={call.personId} name={call.name} onDone={leaveCall} />
    </aside>
  )
}
