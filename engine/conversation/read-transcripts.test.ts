import { describe, expect, it } from 'vitest'
import { readTranscripts } from './read-transcripts.ts'
import type { Call, Transcript } from './transcript.ts'

function transcripts(source: string): Transcript[] {
  const read = readTranscripts(source)
  if (!read.ok) throw new Error(`${read.problem.what}; ${read.problem.mend}`)
  return read.transcripts
}

function call(source: unknown): Call {
  const [first, ...more] = transcripts(typeof source === 'string' ? source : JSON.stringify(source))
  if (first?.kind !== 'call' || more.length > 0) throw new Error('not one call')
  return first
}

function problem(source: unknown): string {
  const read = readTranscripts(typeof source === 'string' ? source : JSON.stringify(source))
  return read.ok ? 'read' : `${read.problem.what}; ${read.problem.mend}`
}

const said = (of: Call) => of.segments.map((each) => [each.speakerKey, each.startMs, each.endMs, each.text])

describe('WebVTT', () => {
  it('reads voice tags with and without an end, with classes, entities and cue settings', () => {
    const read = call(
      '\uFEFFWEBVTT - a call\nKind: captions\n\nNOTE\n00:01.000 --> is not a cue\n\nSTYLE\n::cue { color: red }\n\nintro\n00:11.000 --> 00:13.000 align:left\n<v Roger Bingham>We are in <i>New York</i> &amp; glad\n\n01:00:13.000 --> 01:00:16.500\n<v.loud Neil deGrasse Tyson>Hello</v>\n',
    )
    expect(said(read)).toEqual([
      ['Roger Bingham', 11_000, 13_000, 'We are in New York & glad'],
      ['Neil deGrasse Tyson', 3_613_000, 3_616_500, 'Hello'],
    ])
    expect(read.speakers.map(({ name }) => name)).toEqual(['Roger Bingham', 'Neil deGrasse Tyson'])
    expect(read.durationMs).toBe(3_616_500)
  })

  it('shares a cue’s time among its voices by the length of their words', () => {
    const read = call('WEBVTT\n\n00:00.000 --> 00:10.000\n<v Anna>123456</v>\n<v Bob>1234</v>\n')
    expect(said(read)).toEqual([
      ['Anna', 0, 6000, '123456'],
      ['Bob', 6000, 10_000, '1234'],
    ])
  })

  it('reads Teams: ids of a GUID and two numbers, lines broken within a cue', () => {
    const id = '8f7c2a1e-0000-4000-8000-123456789abc'
    const read = call(
      `WEBVTT\n\n${id}/12-0\n00:00:03.000 --> 00:00:05.000\n<v Anna Berg>One\ntwo</v>\n\n${id}/12-1\n00:00:05.000 --> 00:00:06.000\n<v Anna Berg>three</v>\n`,
    )
    expect(said(read)).toEqual([
      ['Anna Berg', 3000, 5000, 'One two'],
      ['Anna Berg', 5000, 6000, 'three'],
    ])
  })

  it('reads the cues of Teams that hold JSON', () => {
    const read = call(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{"speakerName":"Anna Berg","spokenText":"Hello","spokenLanguage":"en-us"}\n',
    )
    expect(said(read)).toEqual([['Anna Berg', 1000, 2000, 'Hello']])
  })

  it('reads Zoom: a name before a colon, left out while it stays, colons in what is said', () => {
    const read = call(
      'WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nAnna Berg: Good morning\r\n\r\n2\r\n00:00:02.000 --> 00:00:03.000\r\none thing: the price\r\n\r\n3\r\n00:00:03.500 --> 00:00:05.000\r\nJean-Luc de Vries: Note: call me at 10:30\r\n',
    )
    expect(said(read)).toEqual([
      ['Anna Berg', 1000, 2000, 'Good morning'],
      ['Anna Berg', 2000, 3000, 'one thing: the price'],
      ['Jean-Luc de Vries', 3500, 5000, 'Note: call me at 10:30'],
    ])
  })

  it('reads a name in brackets on a line of its own', () => {
    const read = call(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n(Anna Berg)\nGood morning\n\n00:02.000 --> 00:03.000\n(Bob)\nHello\n',
    )
    expect(said(read).map(([who, , , text]) => [who, text])).toEqual([
      ['Anna Berg', 'Good morning'],
      ['Bob', 'Hello'],
    ])
  })

  it('names nobody where nobody is named', () => {
    const read = call(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nTalk, episode one\n\n00:02.000 --> 00:03.000\nSo: here we are\n\n00:03.000 --> 00:04.000\nToday: the guest\n',
    )
    expect(read.speakers).toEqual([])
  })

  it('keeps the text of a cue whose times cannot be, and says where it is', () => {
    const read = call(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nfine\n\n00:99.000 --> 01:02.000\nlost?\n\n00:05.000 --> 00:03.000\nbackwards\n',
    )
    expect(read.segments).toHaveLength(1)
    expect(read.issues.map(({ line, text }) => [line, text])).toEqual([
      [6, 'lost?'],
      [9, 'backwards'],
    ])
  })
})

describe('SRT, Otter and RTTM', () => {
  it('reads SRT with commas or dots, with and without names', () => {
    const read = call(
      '1\n00:00:01,500 --> 00:00:02,250\nAnna: Hello\n\n2\n00:00:02.500 --> 00:00:04,000\n- Bob: <b>Hi</b>\nhow are you?\n',
    )
    expect(said(read)).toEqual([
      ['Anna', 1500, 2250, 'Hello'],
      ['Bob', 2500, 4000, 'Hi how are you?'],
    ])
  })

  it('reads Otter’s text, where a turn ends with the next', () => {
    const read = call('Anna Berg  0:12\nGood morning.\nHow are you?\n\nBob  1:02:03\nFine thanks\n')
    expect(said(read)).toEqual([
      ['Anna Berg', 12_000, 3_723_000, 'Good morning. How are you?'],
      ['Bob', 3_723_000, 3_723_800, 'Fine thanks'],
    ])
  })

  it('reads RTTM, which has no words', () => {
    const read = call('SPEAKER a 1 0.50 2.25 <NA> <NA> anna <NA> <NA>\nSPEAKER a 1 3.00 1.00 <NA> <NA> bob <NA> <NA>\n')
    expect(said(read)).toEqual([
      ['anna', 500, 2750, ''],
      ['bob', 3000, 4000, ''],
    ])
  })
})

describe('the JSON of transcription services', () => {
  it('reads Gong in ms, with the sides of its parties, and says nothing of a speaker that is none of them', () => {
    const read = call({
      callTranscripts: [
        {
          callId: '77',
          transcript: [
            { speakerId: '1', topic: 'Intro', sentences: [{ start: 460, end: 1500, text: 'Hello.' }] },
            { speakerId: '9', topic: null, sentences: [{ start: 1600, end: 2500, text: 'Hi.' }] },
          ],
        },
      ],
      parties: [{ speakerId: '1', name: 'Anna', affiliation: 'Internal' }],
    })
    expect(said(read)).toEqual([
      ['1', 460, 1500, 'Hello.'],
      ['9', 1600, 2500, 'Hi.'],
    ])
    expect(read.speakers).toEqual([
      { key: '1', name: 'Anna', side: 'rep' },
      { key: '9', name: null, side: null },
    ])
  })

  it('reads Fireflies in seconds, its length in minutes, and a speaker without a name', () => {
    const sentence = {
      index: 0,
      speaker_id: 0,
      speaker_name: null,
      raw_text: 'Hello.',
      text: 'Hello',
      start_time: 0.5,
      end_time: 1.25,
    }
    const read = call({ data: { transcript: { id: 'x', duration: 2, sentences: [sentence] } } })
    expect(said(read)).toEqual([['speaker 0', 500, 1250, 'Hello.']])
    expect(read.durationMs).toBe(120_000)
  })

  it('reads Deepgram’s utterances, and keeps channels apart', () => {
    const both = (channels: [number, number]) =>
      call({
        metadata: { duration: 10 },
        results: {
          utterances: [
            { start: 0.5, end: 1, transcript: 'hello', speaker: 0, channel: channels[0] },
            { start: 1.5, end: 2, transcript: 'hi', speaker: 0, channel: channels[1] },
          ],
        },
      })
    expect(both([0, 1]).speakers.map(({ key }) => key)).toEqual(['channel 0', 'channel 1'])
    expect(both([0, 0]).speakers.map(({ key }) => key)).toEqual(['speaker 0'])
  })

  it('reads AssemblyAI in ms', () => {
    const read = call({
      audio_duration: 60,
      utterances: [{ speaker: 'A', start: 250, end: 900, text: 'Hello', confidence: 0.9 }],
    })
    expect([said(read), read.durationMs]).toEqual([[['A', 250, 900, 'Hello']], 60_000])
  })

  it('reads Amazon Transcribe: words join the segment of their time, punctuation its word', () => {
    const word = (start: string, end: string, content: string) => ({
      type: 'pronunciation',
      start_time: start,
      end_time: end,
      alternatives: [{ content, confidence: '0.9' }],
    })
    const read = call({
      jobName: 'j',
      results: {
        items: [
          word('0.0', '0.4', 'Hello'),
          { type: 'punctuation', alternatives: [{ content: '.' }] },
          word('1.0', '1.4', 'Hi'),
        ],
        speaker_labels: {
          segments: [
            { start_time: '0.0', end_time: '0.5', speaker_label: 'spk_0' },
            { start_time: '0.9', end_time: '1.5', speaker_label: 'spk_1' },
          ],
        },
      },
    })
    expect(said(read)).toEqual([
      ['spk_0', 0, 500, 'Hello.'],
      ['spk_1', 900, 1500, 'Hi'],
    ])
  })

  it('reads a written exchange, as objects or as pairs', () => {
    const [first, second] = transcripts(
      JSON.stringify([
        { conversation_id: 'a', utterances: [{ speaker: 'USER', text: 'A table?' }] },
        {
          convo_id: 7,
          original: [
            ['agent', 'Hi!'],
            ['customer', 'Hello'],
          ],
        },
      ]),
    )
    expect([first?.id, first?.kind === 'chat' && first.messages]).toEqual([
      'a',
      [{ speakerKey: 'USER', text: 'A table?' }],
    ])
    expect([second?.id, second?.speakers.map(({ key }) => key)]).toEqual(['7', ['agent', 'customer']])
  })
})

describe('what is refused', () => {
  it.each([
    ['', 'the file is empty'],
    ['Dear all,\nplease find attached', 'the file has none of the shapes known here'],
    ['WEBVTT\n\nno times here', 'the file holds no line with two times'],
    ['{"callTranscripts": [', 'the file begins like JSON but is not'],
    ['{"a": 1}', 'this JSON has none of the shapes known here'],
    [
      {
        callTranscripts: [
          { callId: '1', transcript: [{ speakerId: '1', sentences: [{ start: -1, end: 2, text: 'x' }] }] },
        ],
      },
      'this looks like Gong, but callTranscripts.0.transcript.0.sentences.0.start is wrong',
    ],
    [
      { sentences: [{ speaker_id: 0, text: 'x', start_time: 0, end_time: 1_080_000 }] },
      'read as fireflies, this call would last 300 hours',
    ],
    [
      { utterances: [{ speaker: 'A', start: 0, end: 90, text: 'much is said in such a long sentence '.repeat(40) }] },
      'read as assemblyai, this call lasts 0.1 seconds for a text of 2 minutes',
    ],
  ])('%j: %s', (source, what) => {
    expect(problem(source)).toContain(what)
  })
})
