import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newUuid } from '../../acts/new-uuid.ts'
import { api, done } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './messages.module.css'
import { type House, houseQuery, type Pillar } from './messages-query.ts'

/** The message above all, and the pillars under it in their order. */
export function HouseEditor({ house, onClose }: { house: House; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [roof, setRoof] = useState(house.roof)
  const [pillars, setPillars] = useState<readonly Pillar[]>(
    house.pillars.length > 0 ? house.pillars : [1, 2, 3].map(() => ({ id: newUuid(), name: '' })),
  )
  const save = useMutation({
    mutationFn: () =>
      done(
        api.PUT('/api/messages', {
          body: { roof: roof.trim(), pillars: pillars.filter((one) => one.name.trim() !== '') },
        }),
      ),
    onSuccess: () => {
      sayDone(t('messages.saved'))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: houseQuery.queryKey }),
  })
  const rename = (id: string, name: string) =>
    setPillars(pillars.map((one) => (one.id === id ? { ...one, name } : one)))
  const raise = (at: number) => setPillars(pillars.toSpliced(at - 1, 2, ...pillars.slice(at - 1, at + 1).toReversed()))
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('messages.build')}
      footer={
        <Button variant="filled" loading={save.isPending} onClick={() => save.mutate()}>
          {t('messages.save')}
        </Button>
      }
    >
      <div className={look.form}>
        <Textarea
          label={t('messages.roof')}
          description={t('messages.roofNote')}
          value={roof}
          onChange={(event) => setRoof(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={400}
          data-autofocus
        />
        <fieldset className={look.rows}>
          <legend>{t('messages.pillars')}</legend>
          {pillars.map((pillar, at) => (
            <div key={pillar.id} className={look.pillarRow}>
              <TextInput
                aria-label={t('messages.pillarName', { n: at + 1 })}
                placeholder={t('messages.pillarName', { n: at + 1 })}
                value={pillar.name}
                onChange={(event) => rename(pillar.id, event.currentTarget.value)}
                maxLength={120}
              />
              <ActionIcon
                variant="subtle"
                size={36}
                disabled={at === 0}
                aria-label={t('messages.raise', { name: pillar.name })}
                onClick={() => raise(at)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={t('messages.remove', { name: pillar.name })}
                onClick={() => setPillars(pillars.filter((one) => one.id !== pillar.id))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
          ))}
        </fieldset>
        <Button
          variant="subtle"
          disabled={pillars.length >= 12}
          onClick={() => setPillars([...pillars, { id: newUuid(), name: '' }])}
        >
          {t('messages.addPillar')}
        </Button>
      </div>
    </Drawer>
  )
}
