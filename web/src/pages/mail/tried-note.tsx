import { useTranslation } from 'react-i18next'
import look from './mail.module.css'
import type { Tried } from './queries.ts'

type Trouble = { what: string; mend: string }

function Wrong({ trouble }: { trouble: Trouble }) {
  return (
    <p className={look.wrong} role="alert">
      {trouble.what} {trouble.mend}
    </p>
  )
}

/** What the two servers answered. */
export function TriedNote({ tried: { imap, smtp } }: { tried: Tried }) {
  const { t } = useTranslation()
  return (
    <>
      {imap.trouble !== null ? (
        <Wrong trouble={imap.trouble} />
      ) : (
        <p className={look.good} role="status">
          {t('mail.boxes.works', {
            count: imap.messages ?? 0,
            encryption: imap.encryption ?? t('mail.boxes.openLine'),
          })}{' '}
          {t(imap.tellsNews ? 'mail.boxes.news' : 'mail.boxes.noNews')}{' '}
          {t('mail.boxes.folders', { names: imap.folders.map((folder) => folder.path).join(', ') })}
        </p>
      )}
      {smtp !== null &&
        (smtp.trouble === null ? (
          <p className={look.good} role="status">
            {t('mail.boxes.sends')}
          </p>
        ) : (
          <Wrong trouble={smtp.trouble} />
        ))}
    </>
  )
}
