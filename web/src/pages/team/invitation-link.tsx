import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button.tsx'
import look from './team.module.css'

/** The link with which somebody sets a password, shown once. */
export function InvitationLink({ name, link, onDone }: { name: string; link: string; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={look.form} aria-label={t('team.invitationTitle', { name })}>
      <h3>{t('team.invitationTitle', { name })}</h3>
      <p className="quiet">{t('team.invitationText')}</p>
      <output className={look.secret}>{link}</output>
      <div className={look.buttons}>
        <CopyButton text={link} label={t('team.copy')} copied={t('team.copied')} variant="filled" />
        <Button variant="subtle" onClick={onDone}>
          {t('team.done')}
        </Button>
      </div>
    </section>
  )
}
