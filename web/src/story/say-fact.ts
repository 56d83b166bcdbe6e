import type { TFunction } from 'i18next'
import { sayClock } from '../ui/say-clock.ts'
import { sayPlanned } from '../ui/say-moment.ts'
import { type Data, flagOf, numberOf, recordOf, textOf } from './read-data.ts'
import { sayDealStage } from './say-deal-stage.ts'
import { sayReason } from './say-reason.ts'
import { sayStage } from './say-stage.ts'

export type SayContext = { t: TFunction; language: string; nameOf: (id: string) => string }

function sayCall(data: Data, t: TFunction): string {
  switch (textOf(data, 'outcome')) {
    case 'connected':
      return t('story.fact.callConnected')
    case 'voicemail':
      return t('story.fact.callVoicemail')
    case 'busy':
      return t('story.fact.callBusy')
    case 'wrong number':
      return t('story.fact.callWrong')
    default:
      return t('story.fact.callNoAnswer')
  }
}

function sayFeedback(data: Data, t: TFunction): string {
  const verdict = textOf(data, 'verdict')
  const word = verdict === 'good' || verdict === 'bad' ? verdict : 'neutral'
  return t('story.fact.feedback', { about: textOf(data, 'about') ?? '', verdict: t(`story.verdict.${word}`) })
}

function sayJudged(data: Data, t: TFunction): string {
  const by = textOf(recordOf(data, 'by'), 'name')
  switch (textOf(data, 'verdict')) {
    case 'confirmed':
      return t('story.fact.needConfirmed')
    case 'refuted':
      return t('story.fact.needRefuted')
    case 'reopened':
      return t('story.fact.needReopened')
    case 'resolved':
      return by === null ? t('story.fact.needResolvedAny') : t('story.fact.needResolved', { by })
    default:
      return t('story.fact.needSupported')
  }
}

type Say = (data: Data, context: SayContext) => string

/** The sentence when a name is known, and the one when none is. */
function named(data: Data, key: string, withName: (name: string) => string, without: () => string): string {
  const name = textOf(data, key)
  return name === null ? without() : withName(name)
}

const SENTENCES: Record<string, Say> = {
  'page.viewed': (d, { t }) => {
    const what = textOf(d, 'title') ?? textOf(d, 'path') ?? textOf(d, 'url')
    return what === null ? t('story.fact.pageAny') : t('story.fact.page', { what })
  },
  'form.submitted': (d, { t }) => {
    const name = textOf(d, 'name')
    if (name === null) return t('story.fact.formAny')
    return flagOf(d, 'wantsCall') === true ? t('story.fact.formCall', { name }) : t('story.fact.form', { name })
  },
  'event.tracked': (d) => textOf(d, 'name') ?? '',
  'email.opened': (d, { t }) =>
    named(
      d,
      'name',
      (name) => t('story.fact.emailOpened', { name }),
      () => t('story.fact.emailOpenedAny'),
    ),
  'email.clicked': (d, { t }) =>
    named(
      d,
      'name',
      (name) => t('story.fact.emailClicked', { name }),
      () => t('story.fact.emailClickedAny'),
    ),
  'email.replied': (d, { t }) =>
    named(
      d,
      textOf(d, 'name') === null ? 'subject' : 'name',
      (name) => t('story.fact.emailReplied', { name }),
      () => t('story.fact.emailRepliedAny'),
    ),
  'email.auto_replied': (_, { t }) => t('story.fact.emailAutoReplied'),
  'email.bounced': (d, { t }) =>
    t(textOf(d, 'how') === 'hard' ? 'story.fact.emailBouncedHard' : 'story.fact.emailBounced'),
  'letter.sent': (d, { t }) =>
    named(
      d,
      'name',
      (name) => t('story.fact.letterSent', { name }),
      () => t('story.fact.letterSentAny'),
    ),
  'letter.answered': (d, { t }) =>
    named(
      d,
      'name',
      (name) => t('story.fact.letterAnswered', { name }),
      () => t('story.fact.letterAnsweredAny'),
    ),
  'event.attended': (d, { t }) => t('story.fact.attended', { name: textOf(d, 'name') ?? '' }),
  'call.received': (_, { t }) => t('story.fact.called'),
  'referral.made': (d, { t }) =>
    named(
      d,
      'by',
      (by) => t('story.fact.referred', { by }),
      () => t('story.fact.referredAny'),
    ),
  'lead.recorded': (_, { t }) => t('story.fact.leadRecorded'),
  'stage.recorded': (d, { t }) => t('story.fact.stageRecorded', { stage: sayStage(textOf(d, 'stage') ?? '', t) }),
  'lead.routed': (d, { t, nameOf }) =>
    named(
      d,
      'to',
      (to) => t('story.fact.routed', { name: nameOf(to) }),
      () => t('story.fact.routedNobody'),
    ),
  'lead.accepted': (_, { t }) => t('story.fact.accepted'),
  'lead.rejected': (d, { t }) => t('story.fact.rejected', { reason: sayReason(textOf(d, 'reason') ?? '', t) }),
  'lead.disqualified': (d, { t }) => t('story.fact.disqualified', { reason: sayReason(textOf(d, 'reason') ?? '', t) }),
  'lead.returned': (d, { t }) => t(textOf(d, 'to') === 'pool' ? 'story.fact.handedBack' : 'story.fact.returned'),
  'lead.escalated': (_, { t }) => t('story.fact.escalated'),
  'escalation.answered': (_, { t }) => t('story.fact.helpAnswered'),
  'lead.assigned': (d, { t, nameOf }) => t('story.fact.assigned', { name: nameOf(textOf(d, 'to') ?? '') }),
  'owner.calendar_changed': (_, { t }) => t('story.fact.calendar'),
  'owner.left': (d, { t, nameOf }) =>
    t(textOf(d, 'why') === 'away' ? 'story.fact.ownerAway' : 'story.fact.ownerLeft', {
      name: nameOf(textOf(d, 'owner') ?? ''),
    }),
  'call.made': (d, { t }) => sayCall(d, t),
  'call.answered': (_, { t }) => t('story.fact.callAnswered'),
  'email.sent': (d, { t }) =>
    flagOf(d, 'isAutomatic') === true ? t('story.fact.emailAutomatic') : t('story.fact.emailSent'),
  'message.sent': (d, { t }) =>
    named(
      d,
      'network',
      (network) => t('story.fact.messageSentOn', { network }),
      () => t('story.fact.messageSent'),
    ),
  'meeting.booked': (d, { t, language }) =>
    named(
      d,
      'startsAt',
      (at) => t('story.fact.meetingBookedAt', { when: sayPlanned(Date.parse(at), language) }),
      () => t('story.fact.meetingBooked'),
    ),
  'meeting.moved': (d, { t, language }) =>
    named(
      d,
      'startsAt',
      (at) => t('story.fact.meetingMovedTo', { when: sayPlanned(Date.parse(at), language) }),
      () => t('story.fact.meetingMoved'),
    ),
  'meeting.cancelled': (d, { t }) =>
    d.by === 'guest' ? t('story.fact.meetingCancelledByGuest') : t('story.fact.meetingCancelled'),
  'meeting.missed': (_, { t }) => t('story.fact.meetingMissed'),
  'meeting.held': (_, { t }) => t('story.fact.meetingHeld'),
  'conversation.recorded': (d, { t, language }) => {
    const share = numberOf(d, 'prospectShare')
    const title = textOf(d, 'title') ?? t(textOf(d, 'how') === 'chat' ? 'story.fact.chat' : 'story.fact.transcript')
    if (share === null) return title
    const said = new Intl.NumberFormat(language, { style: 'percent' }).format(share)
    return t('story.fact.conversation', { title, share: said })
  },
  'note.written': (_, { t }) => t('story.fact.note'),
  'need.stated': (d, { t }) => {
    const need = textOf(d, 'need') ?? ''
    return flagOf(d, 'isKnown') === false ? t('story.fact.needPerhaps', { need }) : t('story.fact.needKnown', { need })
  },
  'need.judged': (d, { t }) => sayJudged(d, t),
  'feedback.given': (d, { t }) => sayFeedback(d, t),
  'feedback.answered': (_, { t }) => t('story.fact.feedbackAnswered'),
  'feedback.closed': (_, { t }) => t('story.fact.feedbackClosed'),
  'feedback.reopened': (_, { t }) => t('story.fact.feedbackReopened'),
  'agreement.changed': (d, { t }) =>
    t('story.fact.agreementChanged', { version: String(numberOf(d, 'version') ?? '') }),
  'deal.opened': (d, { t }) =>
    named(
      d,
      'name',
      (name) => t('story.fact.dealOpenedNamed', { name }),
      () => t('story.fact.dealOpened'),
    ),
  'deal.changed': (_, { t }) => t('story.fact.dealChanged'),
  'deal.moved': (d, { t }) => t('story.fact.dealMoved', { stage: sayDealStage(textOf(d, 'stage') ?? '') }),
  'deal.won': (_, { t }) => t('story.fact.dealWon'),
  'contract.signed': (_, { t }) => t('story.fact.contract'),
  'payment.received': (_, { t }) => t('story.fact.payment'),
  'deal.lost': (d, { t }) => t('story.fact.dealLost', { reason: sayReason(textOf(d, 'reason') ?? '', t) }),
  'deal.undecided': (d, { t }) => t('story.fact.dealUndecided', { reason: sayReason(textOf(d, 'reason') ?? '', t) }),
  'deal.explained': (d, { t }) => t('story.fact.dealExplained', { reason: sayReason(textOf(d, 'reason') ?? '', t) }),
  'deal.reopened': (_, { t }) => t('story.fact.dealReopened'),
  'clock.struck': (d, { t }) => t('story.fact.struck', { clock: sayClock(textOf(d, 'clock') ?? '', t) }),
  'fact.retracted': (_, { t }) => t('story.fact.retracted'),
  'person.identified': (d, { t }) =>
    named(
      recordOf(d, 'person'),
      'name',
      (name) => t('story.fact.identified', { name }),
      () => t('story.fact.identifiedAny'),
    ),
  'consent.given': (d, { t }) => t('story.fact.consentGiven', { purpose: textOf(d, 'purpose') ?? '' }),
  'people.merged': (d, { t }) => t('story.fact.merged', { name: textOf(d, 'name') ?? '' }),
  'merge.undone': (d, { t }) => t('story.fact.mergeUndone', { name: textOf(d, 'name') ?? '' }),
  'consent.withdrawn': (d, { t }) => t('story.fact.consentWithdrawn', { purpose: textOf(d, 'purpose') ?? '' }),
}

/** A fact as a short sentence. A kind this version does not know keeps its name. */
export function sayFact(fact: { kind: string; data: Data }, context: SayContext): string {
  const say = SENTENCES[fact.kind]
  const said = say === undefined ? '' : say(fact.data, context)
  return said === '' ? fact.kind : said
}

/** What people wrote with it: a note, a quote, what was answered. Null when nothing was. */
export function detailOf(fact: { data: Data }): string | null {
  const { data } = fact
  const quote = textOf(data, 'quote')
  if (quote !== null) return `“${quote}”`
  return textOf(data, 'text') ?? textOf(data, 'note') ?? textOf(data, 'subject') ?? textOf(data, 'nextStep')
}
