import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { noteTie } from '../introductions/save-tie.ts'
import { changeMeeting, owedFact } from './change-meeting.ts'
import { NO_PROPOSAL } from './meeting.ts'

export type Word = {
  word: 'held' | 'missed'
  note: string
  nextStep: string
  /** Share of the talking that was ours, 0 to 1. */
  talkShare?: number | undefined
  durationS?: number | undefined
}

/** Says what became of a meeting: it was held, or nobody came. */
export async function giveWord(
  ctx: Context,
  { meetingId, actor, given }: { meetingId: string; actor: string; given: Word },
): Promise<void> {
  const nowMs = ctx.now()
  await changeMeeting(ctx, meetingId, async (tx, meeting) => {
    if (meeting.status === 'cancelled')
      throw new Problem('conflict', 'This meeting was cancelled.', { mend: 'Take the cancellation back first.' })
    if (meeting.status !== 'booked')
      throw new Problem('conflict', 'What became of this meeting is said already.', {
        mend: 'Take the word back first.',
      })
    if (meeting.startsAt.getTime() > nowMs)
      throw new Problem('conflict', 'This meeting has not begun.', { mend: 'Wait, move it, or cancel it.' })
    const { word, note, nextStep, talkShare, durationS } = given
    const factId = newId(nowMs)
    await tx.query(
      `update meetings set status = $2, note = $3, next_step = $4, talk_share = $5, word_at = $6, word_by = $7, word_fact = $8, ${NO_PROPOSAL} where meeting_id = $1`,
      [meetingId, word, note, nextStep, talkShare ?? null, new Date(nowMs), actor, factId],
    )
    const noted = note === '' ? {} : { note: note.slice(0, 2_000) }
    const data =
      word === 'missed'
        ? { meeting: meetingId, ...noted }
        : {
            meeting: meetingId,
            ...noted,
            ...(nextStep === '' ? {} : { nextStep }),
            ...(talkShare === undefined ? {} : { talkShare }),
            ...(durationS === undefined ? {} : { durationS }),
          }
    if (word === 'held' && meeting.personId !== null)
      await noteTie(tx, { personId: meeting.personId, userId: meeting.host, source: 'meeting', nowMs })
    const fact = owedFact(word === 'held' ? 'meeting.held' : 'meeting.missed', data, {
      factId,
      messageId: `meeting:${meetingId}:word:${factId}`,
      nowMs,
      actor,
    })
    return { owed: [fact], result: undefined }
  })
}

/** Takes the word back: the meeting waits for one again. */
export async function takeBackWord(
  ctx: Context,
  { meetingId, actor }: { meetingId: string; actor: string },
): Promise<void> {
  const nowMs = ctx.now()
  await changeMeeting(ctx, meetingId, async (tx, meeting) => {
    if (meeting.status !== 'held' && meeting.status !== 'missed') return { owed: [], result: undefined }
    await tx.query(
      `update meetings set status = 'booked', note = '', next_step = '', talk_share = null, word_at = null, word_by = null, word_fact = null where meeting_id = $1`,
      [meetingId],
    )
    if (meeting.wordFact === null) return { owed: [], result: undefined }
    const fact = owedFact(
      'fact.retracted',
      { fact: meeting.wordFact },
      { factId: newId(nowMs), messageId: `meeting:${meetingId}:unsaid:${meeting.wordFact}`, nowMs, actor },
    )
    return { owed: [fact], result: undefined }
  })
}
