import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from '../acts/dialogs.module.css'
import { ErrorNote } from '../ui/error-note.tsx'
import type { SavedView, ViewPage } from './queries.ts'
import { useViewActs } from './use-view-acts.ts'

type Props = { page: ViewPage; search: string; view: SavedView | null; onClose: () => void }

/** The name of a view, new or old; who sees it; whether the page opens with it. */
export function ViewDialog({ page, search, view, onClose }: Props) {
  const { t } = useTranslation()
  const { save } = useViewActs(page)
  const [name, setName] = useState(view?.name ?? '')
  const [isShared, setShared] = useState(view?.isShared ?? false)
  const [isDefault, setDefault] = useState(view?.isDefault ?? false)
  const isReady = name.trim() !== ''
  const input = { name: name.trim(), search: view?.search ?? search, isShared, isDefault }
  return (
    <Modal
      opened
      onClose={onClose}
      title={view === null ? t('views.saveTitle') : t('views.change', { name: view.name })}
      size={420}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) save.mutate({ view, input }, { onSuccess: onClose })
        }}
      >
        <TextInput
          label={t('views.name')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Checkbox
          label={t('views.share')}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('views.default')}
          checked={isDefault}
          onChange={(event) => setDefault(event.currentTarget.checked)}
        />
        {save.isError ? <ErrorNote error={save.error} isInline /> : null}
        <div className={look.end}>
          <Button type="submit" variant="filled" disabled={!isReady} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
