import { describe, expect, it, vi } from 'vitest'
import { makeEditorStore } from './editor-store.ts'
import type { Edit, Edited } from './queries.ts'

const answer = (document: string): Edited => ({
  document,
  added: null,
  isValid: true,
  problems: [],
  parts: [],
  sections: [],
  silent: [],
})
const set = (at: string, value: string): Edit => ({ op: 'set', path: [at], value })

/** A server that appends the value of each change to the text, when it is let. */
function open() {
  const asked: { document: string; edits: Edit[]; answer: (isRefused?: boolean) => void }[] = []
  const onRefused = vi.fn()
  const store = makeEditorStore({
    start: 'a',
    waitMs: 0,
    onRefused,
    onAdded: () => undefined,
    send: ({ document, edits }) =>
      new Promise((resolve, reject) => {
        const text = edits.reduce((sum, edit) => sum + ('value' in edit ? String(edit.value) : ''), document)
        asked.push({
          document,
          edits,
          answer: (isRefused = false) => (isRefused ? reject(new Error('no')) : resolve(answer(text))),
        })
      }),
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve, 2))
  return { store, asked, onRefused, settle }
}

describe('the text being written', () => {
  it('sends changes one after another and those that waited together', async () => {
    const { store, asked, settle } = open()
    store.apply([set('x', 'b')])
    store.apply([set('x', 'c')])
    store.apply([set('y', 'd')])
    expect(asked).toHaveLength(1)
    asked[0]?.answer()
    await settle()
    expect(asked[1]).toMatchObject({ document: 'ab', edits: [{ value: 'c' }, { value: 'd' }] })
    asked[1]?.answer()
    await settle()
    expect(store.get()).toMatchObject({ text: 'abcd', isBehind: false })
  })

  it('makes a change once more when somebody typed while it was under way', async () => {
    const { store, asked, settle } = open()
    store.apply([set('x', 'b')])
    store.setText('z', true)
    asked[0]?.answer()
    await settle()
    for (const each of asked.slice(1)) each.answer()
    await settle()
    expect(store.get().text).toBe('zb')
  })

  it('goes back and forth, and takes changes of one place in quick succession as one step', async () => {
    const { store, asked, settle } = open()
    for (const [index, value] of ['b', 'c'].entries()) {
      store.apply([set('x', value)])
      asked[index]?.answer()
      await settle()
    }
    store.apply([set('y', 'd')])
    asked[2]?.answer()
    await settle()
    store.undo()
    expect(store.get().text).toBe('abc')
    store.undo()
    expect(store.get()).toMatchObject({ text: 'a', canUndo: false, canRedo: true })
    store.redo()
    store.redo()
    expect(store.get()).toMatchObject({ text: 'abcd', canRedo: false })
  })

  it('keeps the text when a change is refused, and says so', async () => {
    const { store, asked, onRefused, settle } = open()
    store.apply([set('x', 'b')])
    asked[0]?.answer(true)
    await settle()
    expect(onRefused).toHaveBeenCalledOnce()
    expect(store.get().text).toBe('a')
  })
})
