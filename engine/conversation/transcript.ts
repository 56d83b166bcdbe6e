/** Who somebody speaks for. */
export type Side = 'rep' | 'prospect' | 'unknown'

export type Speaker = {
  /** As the source tells speakers apart: a name, "spk_0", "channel 1, speaker 0". */
  key: string
  name: string | null
  /** What the source itself says of them; null where it says nothing. */
  side: Side | null
}

/** Something said without a break. Integers in ms from the start of the recording. */
export type Segment = { speakerKey: string | null; startMs: number; endMs: number; text: string }

/** Something written, in order: a chat or a mail exchange has no length in time. */
export type Message = { speakerKey: string | null; text: string }

/** What could not be read, with its text, so that nothing is lost in silence. */
export type TranscriptIssue = { line: number | null; what: string; text: string }

type Common = { source: TranscriptSource; id: string | null; speakers: Speaker[]; issues: TranscriptIssue[] }
/** A call, from whatever wrote it down. `durationMs` is what the source says, else the end of the last segment. */
export type Call = Common & { kind: 'call'; durationMs: number; segments: Segment[] }
export type Chat = Common & { kind: 'chat'; messages: Message[] }
export type Transcript = Call | Chat

export type TranscriptSource =
  | 'webvtt'
  | 'srt'
  | 'otter'
  | 'rttm'
  | 'gong'
  | 'fireflies'
  | 'deepgram'
  | 'assemblyai'
  | 'aws-transcribe'
  | 'aws-call-analytics'
  | 'dialogue'

/** Why a file is not a transcript, and what to do about it. */
export type TranscriptProblem = { line: number | null; what: string; mend: string }
export type ReadTranscripts = { ok: true; transcripts: Transcript[] } | { ok: false; problem: TranscriptProblem }
