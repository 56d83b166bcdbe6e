import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button.tsx'
import look from './team.module.css'

type Props = { name: string; link: string; mailedTo: string | null; onDone: () => void }

/** The link with which somebody sets a password, shown once. */
export function InvitationLink({ name, link, mailedTo, onDone }: Props) {
  const { t } = useTranslation()
  return (
    <section className={look.form} aria-label={t('team.invitationTitle', { name })}>
      <h3>{t('team.invitationTitle', { name })}</h3>
      {mailedTo !== null && <p>{t('team.invitationMailed', { to: mailedTo })}</p>}
      <p className="quiet">{t(mailedTo === null ? 'team.invitationText' : 'team.invitationAlso')}</p>
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
