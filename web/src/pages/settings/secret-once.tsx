import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button.tsx'
import look from './settings.module.css'

/** A signing secret, shown once. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={look.form} aria-label={t('settings.webhooks.secret')}>
      <h3>{t('settings.webhooks.secret')}</h3>
      <p className="quiet">{t('settings.webhooks.secretText')}</p>
      <output className={look.secret}>{secret}</output>
      <div className={look.buttons}>
        <CopyButton text={secret} label={t('settings.copy')} copied={t('settings.copied')} variant="filled" />
        <Button variant="subtle" onClick={onDone}>
          {t('settings.done')}
        </Button>
      </div>
    </section>
  )
}
