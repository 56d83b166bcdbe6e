import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './import.module.css'
import { sayBytes } from './say-bytes.ts'
import { type Sent, uploadFiles } from './upload-files.ts'

const KINDS = /\.(csv|tsv|txt|xlsx)$/i

type State =
  | { is: 'waiting' }
  | { is: 'sending'; files: readonly File[]; sent: Sent; stop: () => void }
  | { is: 'wrong kind'; name: string }
  | { is: 'refused'; error: unknown; files: readonly File[] }

/** Takes files by drag and drop or by a button, sends them as one import, and goes on to it. */
export function DropZone() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const mayUpload = useIsRole('admin', 'manager', 'marketer')
  const [state, setState] = useState<State>({ is: 'waiting' })
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const send = async (files: readonly File[]) => {
    if (files.length === 0 || !mayUpload) return
    const odd = files.find((file) => !KINDS.test(file.name))
    if (odd !== undefined) return setState({ is: 'wrong kind', name: odd.name })
    const control = new AbortController()
    const stop = () => control.abort()
    const totalBytes = files.reduce((sum, file) => sum + file.size, 0)
    setState({ is: 'sending', files, sent: { sentBytes: 0, totalBytes }, stop })
    try {
      const importId = await uploadFiles(
        files,
        (sent) => setState({ is: 'sending', files, sent, stop }),
        control.signal,
      )
      void client.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: paths.importRun, params: { importId } })
    } catch (error) {
      if (error instanceof DOMException) setState({ is: 'waiting' })
      else setState({ is: 'refused', error, files })
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (state.is !== 'sending') void send([...event.dataTransfer.files])
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const onChoose = (event: ChangeEvent<HTMLInputElement>) => {
    void send([...(event.currentTarget.files ?? [])])
    event.currentTarget.value = ''
  }
  return (
    <section
      className={look.drop}
      data-over={isOver || undefined}
      aria-label={t('importing.drop')}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      {state.is === 'sending' ? (
        <Sending files={state.files} sent={state.sent} onStop={state.stop} />
      ) : (
        <>
          <IconFileUpload size={28} stroke={1.4} aria-hidden />
          <p className={look.dropTitle}>{t(isOver ? 'importing.dropNow' : 'importing.drop')}</p>
          <input
            ref={input}
            type="file"
            multiple
            accept=".csv,.tsv,.txt,.xlsx"
            className="hidden-words"
            tabIndex={-1}
            aria-label={t('importing.choose')}
            onChange={onChoose}
          />
          <ReasonedButton
            variant="filled"
            why={mayUpload ? null : t('importing.cannotUpload')}
            onClick={() => input.current?.click()}
          >
            {t('importing.choose')}
          </ReasonedButton>
          <p className="quiet small">{t(mayUpload ? 'importing.several' : 'importing.cannotUpload')}</p>
          {state.is === 'wrong kind' && (
            <p className={look.wrong} role="alert">
              {t('importing.wrongKind', { name: state.name })}
            </p>
          )}
          {state.is === 'refused' && <ErrorNote error={state.error} onRetry={() => void send(state.files)} isInline />}
        </>
      )}
    </section>
  )
}

function Sending({ files, sent, onStop }: { files: readonly File[]; sent: Sent; onStop: () => void }) {
  const { t, i18n } = useTranslation()
  const isSent = sent.sentBytes >= sent.totalBytes && sent.totalBytes > 0
  const first = files[0]
  return (
    <div className={look.sending} role="status">
      <p className={look.dropTitle}>
        {files.length === 1 && first !== undefined
          ? t('importing.uploading', { name: first.name })
          : t('importing.uploadingMany', { count: files.length })}
      </p>
      <progress
        className={look.progress}
        {...(isSent ? {} : { value: sent.sentBytes })}
        max={Math.max(1, sent.totalBytes)}
      />
      <p className="quiet small tnum">
        {isSent
          ? t('importing.reading')
          : t('importing.sent', {
              sent: sayBytes(sent.sentBytes, i18n.language),
              total: sayBytes(sent.totalBytes, i18n.language),
            })}
      </p>
      <Button variant="subtle" onClick={onStop}>
        {t('importing.stop')}
      </Button>
    </div>
  )
}
