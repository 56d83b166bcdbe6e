import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import look from './mail.module.css'
import type { MailServer } from './queries.ts'

const SECURITIES = ['tls', 'starttls', 'none'] as const
const PORTS = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
} as const

type Props = { kind: 'imap' | 'smtp'; title: string; server: MailServer; onChange: (server: MailServer) => void }

/** Host, port and encryption of one server; the usual port follows the encryption. */
export function ServerFields({ kind, title, server, onChange }: Props) {
  const { t } = useTranslation()
  const secure = (value: string) => {
    const security = SECURITIES.find((each) => each === value) ?? 'tls'
    const isUsual = Object.values(PORTS[kind]).some((port) => port === server.port)
    onChange({ ...server, security, port: isUsual ? PORTS[kind][security] : server.port })
  }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="small quiet">{title}</legend>
      <div className={look.three}>
        <TextInput
          label={t('mail.boxes.host')}
          value={server.host}
          autoComplete="off"
          onChange={(event) => onChange({ ...server, host: event.currentTarget.value.trim() })}
        />
        <TextInput
          label={t('mail.boxes.port')}
          inputMode="numeric"
          value={String(server.port)}
          onChange={(event) => onChange({ ...server, port: Number(event.currentTarget.value.replaceAll(/\D/g, '')) })}
        />
        <NativeSelect
          label={t('mail.boxes.security')}
          value={server.security}
          data={SECURITIES.map((each) => ({ value: each, label: t(`mail.boxes.securities.${each}`) }))}
          onChange={(event) => secure(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  )
}
