import { Button, FileButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayRefused, sayWarned } from '../../ui/toast.ts'
import look from './mail.module.css'
import { saySize } from './say-size.ts'

export type PickedFile = { id: string; name: string; sizeBytes: number }
const MOST_BYTES = 15 * 1024 ** 2

async function upload(file: File): Promise<PickedFile> {
  const form = new FormData()
  form.append('file', file)
  return take(api.POST('/api/mail-files', { body: {}, bodySerializer: () => form }))
}

/** Files that go along with a mail: each is laid beside it at once. */
export function FilePicker({ files, onChange }: { files: PickedFile[]; onChange: (files: PickedFile[]) => void }) {
  const { t } = useTranslation()
  const [isBusy, setIsBusy] = useState(false)
  const add = async (picked: File[]) => {
    setIsBusy(true)
    const added: PickedFile[] = []
    for (const file of picked) {
      if (file.size > MOST_BYTES) {
        sayWarned(t('mail.fileTooLarge', { name: file.name }))
        continue
      }
      await upload(file).then(
        (kept) => added.push(kept),
        (error: unknown) => sayRefused(error),
      )
    }
    setIsBusy(false)
    onChange([...files, ...added])
  }
  return (
    <div className={look.actions}>
      <FileButton multiple onChange={(picked) => void add(picked)}>
        {(props) => (
          <Button {...props} size="compact-sm" loading={isBusy}>
            {t('mail.addFile')}
          </Button>
        )}
      </FileButton>
      {files.map((file) => (
        <span key={file.id} className={look.file}>
          {file.name} · {saySize(file.sizeBytes)}{' '}
          <button
            type="button"
            className={look.fact}
            aria-label={t('mail.removeFile', { name: file.name })}
            onClick={() => onChange(files.filter((each) => each.id !== file.id))}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      ))}
    </div>
  )
}
