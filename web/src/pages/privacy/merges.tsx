import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import type { Lead } from '../../api/types.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { previewQuery } from '../duplicates/queries.ts'
import look from './privacy.module.css'
import { mergesQuery } from './queries.ts'

const SHORTEST = 2

/** Who was merged into this person, each with its undo, and the way to merge somebody else by hand. */
export function Merges({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  const { personId } = lead
  const queries = useQueryClient()
  const mayMerge = useIsRole('admin', 'manager', 'marketer')
  const [isOpen, setIsOpen] = useState(false)
  const query = useQuery(mergesQuery(personId))
  const undo = useMutation({
    mutationFn: (mergeId: string) => take(api.POST('/api/merges/{mergeId}/undo', { params: { path: { mergeId } } })),
    onSuccess: () => {
      sayDone(t('duplicates.undone'))
      return queries.invalidateQueries()
    },
    onError: (error) => sayRefused(error),
  })
  return (
    <>
      <Loaded query={query}>
        {({ merges }) => (
          <ul className={look.history}>
            {merges.map((merge) => (
              <li key={merge.mergeId} className="small">
                {merge.from.name || t('duplicates.nameless')}, <Moment at={merge.mergedAt} />
                {merge.mergedBy === null ? '' : `, ${merge.mergedBy}`}{' '}
                {merge.undoneAt !== null ? (
                  <span className="quiet">{t('privacy.mergeUndone')}</span>
                ) : mayMerge ? (
                  <button
                    type="button"
                    className={look.link}
                    disabled={undo.isPending}
                    onClick={() => undo.mutate(merge.mergeId)}
                  >
                    {t('privacy.undoMerge')}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {mayMerge && !lead.isAnonymous ? (
        <button type="button" className={look.link} onClick={() => setIsOpen(true)}>
          {t('privacy.mergeWith')}
        </button>
      ) : null}
      {isOpen ? <MergeDrawer lead={lead} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

function MergeDrawer({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const found = useQuery({
    queryKey: ['search', 'merge', words],
    queryFn: ({ signal }) => take(api.GET('/api/search', { params: { query: { q: words, limit: 8 } }, signal })),
    enabled: words.trim().length >= SHORTEST,
  })
  const merge = useMutation({
    mutationFn: (other: string) =>
      take(api.POST('/api/merges', { body: { from: other, into: lead.personId, chosen: {} } })),
    onSuccess: () => {
      sayDone(t('duplicates.merged'))
      onClose()
      return queries.invalidateQueries()
    },
    onError: (error) => sayRefused(error),
  })
  const people = (found.data?.people ?? []).filter((each) => each.personId !== lead.personId)
  return (
    <Drawer isOpen onClose={onClose} title={t('privacy.mergeWith')}>
      {from === null ? (
        <>
          <TextInput
            label={t('privacy.mergeWho')}
            value={words}
            data-autofocus
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ul className={look.found}>
            {people.map((each) => (
              <li key={each.personId}>
                <button type="button" onClick={() => setFrom(each.personId)}>
                  {each.name || each.email}
                  <span className="quiet small">{[each.company, each.email].filter(Boolean).join(', ')}</span>
                </button>
              </li>
            ))}
            {found.isSuccess && people.length === 0 ? <li className="quiet">{t('privacy.nobodyFound')}</li> : null}
          </ul>
        </>
      ) : (
        <Preview into={lead.personId} from={from}>
          <Button onClick={() => setFrom(null)}>{t('privacy.another')}</Button>
          <Button variant="filled" loading={merge.isPending} onClick={() => merge.mutate(from)}>
            {t('duplicates.merge')}
          </Button>
        </Preview>
      )}
    </Drawer>
  )
}

function Preview({ into, from, children }: { into: string; from: string; children: ReactNode }) {
  const { t } = useTranslation()
  const query = useQuery(previewQuery(into, from))
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <dl className={look.fields}>
            {data.fields.map(({ field, into: own, from: other, suggested }) => (
              <div key={field}>
                <dt className="quiet small">{t(`duplicates.field.${field}`)}</dt>
                <dd>
                  {suggested === 'into' ? own : other}
                  {own !== null && other !== null && own !== other ? (
                    <s className="quiet">{suggested === 'into' ? other : own}</s>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
          {data.owners.length > 1 ? <p>{t('duplicates.owners', { names: data.owners.join(', ') })}</p> : null}
          <p className="quiet small">{t('duplicates.undoable')}</p>
          <div className={look.buttons}>{children}</div>
        </>
      )}
    </Loaded>
  )
}
