import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { newUuid } from '../acts/new-uuid.ts'
import { api, done } from '../api/client.ts'
import { sayDone, sayRefused, sayUndo } from '../ui/toast.ts'
import type { SavedView, ViewPage } from './queries.ts'

export type ViewInput = { name: string; search: string; isShared: boolean; isDefault: boolean }

const put = (id: string, page: ViewPage, { name, search, isShared }: Omit<ViewInput, 'isDefault'>) =>
  done(api.PUT('/api/views/{viewId}', { params: { path: { viewId: id } }, body: { page, name, search, isShared } }))

const openWith = (page: ViewPage, viewId: string | null) =>
  done(api.PUT('/api/views/defaults/{page}', { params: { path: { page } }, body: { viewId } }))

/** What can be done with the views of a page. */
export function useViewActs(page: ViewPage) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: ['views'] })

  const save = useMutation({
    mutationFn: async ({ view, input }: { view: SavedView | null; input: ViewInput }) => {
      const id = view?.id ?? newUuid()
      await put(id, page, input)
      if (input.isDefault !== (view?.isDefault ?? false)) await openWith(page, input.isDefault ? id : null)
    },
    onSuccess: (_nothing, { input }) => sayDone(t('views.kept', { name: input.name })),
    onSettled,
  })
  const setDefault = useMutation({
    mutationFn: ({ view, isDefault }: { view: SavedView; isDefault: boolean }) =>
      openWith(page, isDefault ? view.id : null),
    onSuccess: (_nothing, { view, isDefault }) =>
      sayDone(t(isDefault ? 'views.opensWith' : 'views.opensWithout', { name: view.name })),
    onError: (error) => sayRefused(error),
    onSettled,
  })
  const bringBack = useMutation({
    mutationFn: async (view: SavedView) => {
      await put(view.id, page, view)
      if (view.isDefault) await openWith(page, view.id)
    },
    onSuccess: (_nothing, view) => sayDone(t('views.back', { name: view.name })),
    onError: (error) => sayRefused(error, t('common.undo')),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (view: SavedView) => done(api.DELETE('/api/views/{viewId}', { params: { path: { viewId: view.id } } })),
    onSuccess: (_nothing, view) => {
      const said = t('views.removed', { name: view.name })
      // What belonged to somebody else cannot come back under their name.
      if (view.isMine) sayUndo(said, () => bringBack.mutate(view))
      else sayDone(said)
    },
    onError: (error) => sayRefused(error),
    onSettled,
  })
  return { save, setDefault, remove }
}
