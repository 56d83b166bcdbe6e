import { describe, expect, it } from 'vitest'
import { type Asked, RecordingThread, tellRecorded } from './recording-thread.ts'

const RECORDED = [{ factId: 'f', personId: 'p', status: 'recorded' as const, decisions: [] }]

describe('a thread that records for another', () => {
  it('gives each who waits what became of theirs', async () => {
    const asked: Asked[] = []
    const thread = new RecordingThread((one) => asked.push(one))
    const [first, second] = [thread.take([]), thread.take([])]
    const failing = Object.assign(new Error('the database is away'), { code: '57P01' })
    for (const one of asked.toReversed())
      thread.hear(await tellRecorded(one, async () => (one.ask === 1 ? RECORDED : Promise.reject(failing))))
    expect(await first).toEqual(RECORDED)
    await expect(second).rejects.toMatchObject({ message: 'the database is away', code: '57P01' })
  })

  it('leaves nobody waiting when it ends', async () => {
    const thread = new RecordingThread(() => undefined)
    const taken = thread.take([])
    thread.end()
    await expect(taken).rejects.toMatchObject({ code: '08006' })
  })
})
