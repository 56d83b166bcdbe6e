import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../api/session.ts'
import { useNow } from '../ui/clock.ts'
import { beginCall } from './call-at-hand.ts'
import { telOf, usePhone } from './format-phone.ts'
import { mayCallQuery, sayWhyNot } from './may-call.ts'
import look from './phone-link.module.css'

type Props = { personId: string; name: string; phone: string; className?: string | undefined }

/** A number to click: it dials, and the call is followed. Who may not be called now is not dialled, and the reason stands beside. */
export function PhoneLink({ personId, name, phone, className }: Props) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const shown = usePhone(phone)
  const isCaller = useIsRole('admin', 'manager', 'seller')
  const may = useQuery(mayCallQuery(personId)).data
  const why = may == null ? null : sayWhyNot(may, t, i18n.language, now)
  if (why !== null)
    return (
      <span className={look.refused} title={why}>
        <IconPhoneOff size={16} stroke={1.8} aria-hidden /> <s>{shown}</s> <span className={look.why}>{why}</span>
      </span>
    )
  return (
    <a
      href={telOf(phone)}
      className={className ?? look.link}
      aria-label={t('acts.call', { phone: shown })}
      onClick={() => isCaller && beginCall({ personId, name, phone })}
    >
      <IconPhone size={16} stroke={1.8} aria-hidden /> {shown}
    </a>
  )
}
