import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './privacy.module.css'
import type { Purpose } from './queries.ts'
import { nameOfPurpose, wordingOf } from './words-of-purpose.ts'

const BASES = ['consent', 'legitimate interest', 'contract', 'legal duty'] as const
const COVERS = ['e-mail', 'phone', 'letter', 'message', 'nothing'] as const
const FRESH: Purpose = {
  purpose: '',
  name: '',
  nameFr: null,
  basis: 'consent',
  covers: 'nothing',
  version: 0,
  wording: '',
  wordingFr: null,
  isActive: true,
}

/** The purposes of the house; each opens for changing. */
export function Purposes({ purposes }: { purposes: readonly Purpose[] }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Purpose | null>(null)
  return (
    <>
      <ul className={look.rules}>
        {purposes.map((purpose) => (
          <li key={purpose.purpose}>
            <span>
              {nameOfPurpose(purpose)}
              {purpose.isActive ? '' : ` (${t('privacy.off')})`}
              <span className="quiet small"> {wordingOf(purpose)}</span>
            </span>
            <span className="quiet small">{t(`privacy.basis.${purpose.basis}`)}</span>
            <button type="button" className={look.link} onClick={() => setEditing(purpose)}>
              {t('privacy.change')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={look.link} onClick={() => setEditing(FRESH)}>
        {t('privacy.addPurpose')}
      </button>
      {editing === null ? null : <PurposeDrawer purpose={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

function PurposeDrawer({ purpose, onClose }: { purpose: Purpose; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(purpose)
  const isNew = purpose.version === 0
  const save = useMutation({
    mutationFn: () => {
      const { purpose: key, version: _, ...body } = draft
      return take(
        api.PUT('/api/privacy/purposes/{purpose}', {
          params: { path: { purpose: isNew ? keyOf(draft.name) : key } },
          body,
        }),
      )
    },
    onSuccess: () => {
      sayDone(t('privacy.saved'))
      onClose()
      return queries.invalidateQueries({ queryKey: ['privacy'] })
    },
    onError: (error) => sayRefused(error),
  })
  return (
    <Drawer isOpen onClose={onClose} title={isNew ? t('privacy.addPurpose') : purpose.name}>
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <TextInput
          label={t('privacy.name')}
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <Textarea
          label={t('privacy.wording')}
          description={isNew ? undefined : t('privacy.wordingHint', { version: purpose.version })}
          required
          autosize
          minRows={3}
          maxLength={2_000}
          value={draft.wording}
          onChange={(event) => setDraft({ ...draft, wording: event.currentTarget.value })}
        />
        <TextInput
          label={t('privacy.nameFr')}
          description={t('privacy.frHint')}
          maxLength={120}
          value={draft.nameFr ?? ''}
          onChange={(event) => setDraft({ ...draft, nameFr: event.currentTarget.value || null })}
        />
        <Textarea
          label={t('privacy.wordingFr')}
          autosize
          minRows={3}
          maxLength={2_000}
          value={draft.wordingFr ?? ''}
          onChange={(event) => setDraft({ ...draft, wordingFr: event.currentTarget.value || null })}
        />
        <Select
          label={t('privacy.basisLabel')}
          allowDeselect={false}
          data={BASES.map((value) => ({ value, label: t(`privacy.basis.${value}`) }))}
          value={draft.basis}
          onChange={(value) => setDraft({ ...draft, basis: BASES.find((one) => one === value) ?? draft.basis })}
        />
        <Select
          label={t('privacy.coversLabel')}
          allowDeselect={false}
          data={COVERS.map((value) => ({ value, label: t(`acts.covers.${value}`) }))}
          value={draft.covers}
          onChange={(value) => setDraft({ ...draft, covers: COVERS.find((one) => one === value) ?? draft.covers })}
        />
        <Switch
          label={t('privacy.isActive')}
          checked={draft.isActive}
          onChange={(event) => setDraft({ ...draft, isActive: event.currentTarget.checked })}
        />
        <div className={look.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={save.isPending}
            disabled={keyOf(draft.name) === '' || draft.wording.trim() === ''}
          >
            {t('privacy.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
