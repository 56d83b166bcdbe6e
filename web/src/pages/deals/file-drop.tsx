import { Button } from '@mantine/core'
import { IconFileTypePdf, IconFileUpload, IconX } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/error-note.tsx'
import { sayBytes } from '../import/say-bytes.ts'
import look from './file-drop.module.css'
import type { Uploading } from './use-upload.ts'

type Props = {
  label: string
  file: File | null
  onFile: (file: File | null) => void
  state: Uploading
  onStop: () => void
}

/** Takes one PDF by drag and drop or by a button; shows how far it is sent, and the server's reason when it is refused. */
export function FileDrop({ label, file, onFile, state, onStop }: Props) {
  const { t, i18n } = useTranslation()
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    onFile(event.dataTransfer.files[0] ?? null)
  }
  const onChoose = (event: ChangeEvent<HTMLInputElement>) => {
    onFile(event.currentTarget.files?.[0] ?? null)
    event.currentTarget.value = ''
  }
  return (
    <div className={look.outer}>
      <section
        className={look.drop}
        data-is-over={isOver || undefined}
        data-has-file={file !== null || undefined}
        aria-label={label}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <input
          ref={input}
          type="file"
          accept=".pdf,application/pdf"
          className="hidden-words"
          tabIndex={-1}
          aria-label={label}
          onChange={onChoose}
        />
        {file === null ? (
          <>
            <IconFileUpload size={22} stroke={1.4} aria-hidden />
            <span>{t(isOver ? 'deals.file.dropNow' : 'deals.file.drop')}</span>
            <Button size="xs" onClick={() => input.current?.click()}>
              {t('deals.file.choose')}
            </Button>
          </>
        ) : (
          <>
            <IconFileTypePdf size={22} stroke={1.4} aria-hidden />
            <span className={look.name}>
              <span className="cut">{file.name}</span>
              <span className="quiet small tnum">{sayBytes(file.size, i18n.language)}</span>
            </span>
            {state.is === 'sending' ? (
              <Button size="xs" variant="subtle" onClick={onStop}>
                {t('common.cancel')}
              </Button>
            ) : (
              <button
                type="button"
                className={look.away}
                aria-label={t('deals.file.remove')}
                onClick={() => onFile(null)}
              >
                <IconX size={16} stroke={1.8} aria-hidden />
              </button>
            )}
          </>
        )}
      </section>
      {state.is === 'sending' ? (
        <progress
          className={look.progress}
          aria-label={t('deals.file.sending')}
          max={Math.max(1, state.sent.totalBytes)}
          {...(state.sent.sentBytes < state.sent.totalBytes ? { value: state.sent.sentBytes } : {})}
        />
      ) : null}
      {state.is === 'refused' ? <ErrorNote error={state.error} isInline /> : null}
    </div>
  )
}
