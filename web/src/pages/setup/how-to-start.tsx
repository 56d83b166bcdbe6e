import { Button } from '@mantine/core'
import { IconChevronRight, IconFileImport, IconHome, IconMasksTheater } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/error-note.tsx'
import look from '../sign-in/gate.module.css'

const STARTS = [
  { start: 'demo', Icon: IconMasksTheater },
  { start: 'import', Icon: IconFileImport },
  { start: 'empty', Icon: IconHome },
] as const
export type Start = (typeof STARTS)[number]['start']

type Props = { isBusy: boolean; error: Error | null; onStart: (start: Start) => void; onBack: () => void }

/** Three ways in; choosing one sets the house up. */
export function HowToStart({ isBusy, error, onStart, onBack }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className={look.starts}>
        {STARTS.map(({ start, Icon }) => (
          <button
            key={start}
            type="button"
            className={look.start}
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) onStart(start)
            }}
          >
            <Icon size={24} stroke={1.4} aria-hidden />
            <span>
              <span className={look.startTitle}>{t(`setup.starts.${start}`)}</span>
              <span className={look.startText}>{t(`setup.startTexts.${start}`)}</span>
            </span>
            <IconChevronRight size={16} stroke={1.8} aria-hidden />
          </button>
        ))}
      </div>
      {error !== null && <ErrorNote error={error} isInline />}
      <div className={look.buttons}>
        <Button variant="subtle" disabled={isBusy} onClick={onBack}>
          {t('setup.back')}
        </Button>
        {isBusy && (
          <span className="quiet" role="status">
            {t('setup.working')}
          </span>
        )}
      </div>
    </>
  )
}
