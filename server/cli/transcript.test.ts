import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { ExplainedError } from '../explained-error.ts'
import { run } from './transcript.ts'

const folder = mkdtempSync(join(tmpdir(), 'ensemble-transcript-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function printed(...args: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await run(args)).toBe(0)
  return log.mock.calls.flat().join('\n')
}

async function refusal(...args: string[]): Promise<string> {
  return run(args).then(
    () => 'accepted',
    (error: unknown) => (error instanceof ExplainedError ? error.message : `not explained: ${error}`),
  )
}

const call = file(
  'call.vtt',
  'WEBVTT\n\n00:00.000 --> 00:03.000\n<v Anna Berg>What do you need?\n\n00:04.000 --> 00:11.000\n<v Zoë>Less work, and a café.\n\n00:11.500 --> 00:12.500\n<v Anna Berg>Why?\n',
)

test('prints the figures of a call as one JSON object, in seconds', async () => {
  const result = JSON.parse(await printed(call, '--rep', 'anna berg', '--json'))
  expect(result).toMatchObject({
    source: 'webvtt',
    durationSeconds: 12.5,
    prospectTalkRatio: 7 / 11,
    repTalkRatio: 4 / 11,
    switches: 2,
    longestMonologueSeconds: 3,
    rep: { speechSeconds: 4, questions: 2 },
    patience: { n: 1, meanSeconds: 0.5, medianSeconds: 0.5 },
    nonTalkSeconds: 1.5,
  })
})

test('prints the same for people, and asks who speaks for us where nobody said', async () => {
  expect(await printed(call, '--rep', 'Anna Berg')).toContain('63.6 %')
  expect(await printed(call)).toContain('Say who speaks for you with --rep')
})

test('reads UTF-16, as some programs write it', async () => {
  const text = Buffer.from('\uFEFFWEBVTT\n\n00:00.000 --> 00:03.000\n<v Zoë>Café', 'utf16le')
  const result = JSON.parse(await printed(file('utf16.vtt', text), '--segments', '--json'))
  expect(result.transcript).toEqual([{ speakerKey: 'Zoë', startMs: 0, endMs: 3000, text: 'Café' }])
})

test('says what is wrong, where, and what to do', async () => {
  expect(await refusal(call, '--rep', 'Bob')).toContain('nobody called "Bob" speaks here: name one of Anna Berg, Zoë.')
  expect(await refusal(join(folder, 'none.vtt'))).toContain('cannot be read (ENOENT)')
  expect(await refusal(file('bad.srt', '1\n00:99:00,000 --> 00:99:01,000\nHi'))).toContain('bad.srt, line 2: ')
  const two = file(
    'two.json',
    JSON.stringify(['a', 'b'].map((id) => ({ id, messages: [{ role: 'user', text: 'Hi' }] }))),
  )
  expect(await refusal(two)).toContain('holds 2 conversations: choose one with --call: a, b.')
})

const real = join(import.meta.dirname, '../../../shared/data/transcripts')
describe.skipIf(!existsSync(real))('the transcripts in ../shared/data (skipped where it is absent)', () => {
  test.each([
    ['vtt/plain.talkpython-001.vtt', 0],
    ['vtt/startup-lane.talkpython-551.vtt', 0],
    ['vtt/voice-tags.talkpython-558.vtt', 2],
    ['aws-pca/testfile.json', 2],
  ])('%s is read whole, with %d speakers', async (name, speakers) => {
    const result = JSON.parse(await printed(join(real, name), '--segments', '--json'))
    expect(result.issues).toEqual([])
    expect(result.speakers).toHaveLength(speakers)
    expect(result.transcript.every((each: { text: string }) => each.text !== '')).toBe(true)
  })
})
