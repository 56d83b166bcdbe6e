import { useTranslation } from 'react-i18next'
import type { Answered } from '../../api/types.ts'
import look from './book.module.css'
import { sayWhen } from './say-when.ts'

type Preview = Answered<'previewMeetingInvitation'>

/** The mail the guest would get, and their own time where it differs from this machine's. */
export function InvitationPreview({ preview, startsAt }: { preview: Preview; startsAt: string }) {
  const { t, i18n } = useTranslation()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { mailing, to } = preview
  return (
    <>
      {preview.zone === own ? null : (
        <p className="quiet small tnum">
          {t('meetings.book.theirs', { when: sayWhen(startsAt, i18n.language, preview.zone), zone: preview.zone })}
        </p>
      )}
      {mailing === 'goes out' && to !== null ? (
        <details className={look.letter}>
          <summary>{t('meetings.book.preview', { email: to })}</summary>
          <div>
            <p className={look.subject}>{preview.subject}</p>
            <pre className={look.text}>{preview.text.trim()}</pre>
          </div>
        </details>
      ) : null}
    </>
  )
}
