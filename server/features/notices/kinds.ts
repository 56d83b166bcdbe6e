/** Everything people are told of. */
export const NOTICE_KINDS = [
  'routed',
  'warned',
  'breached',
  'escalated',
  'reassigned',
  'unroutable',
  'overflowed',
  'asked',
  'answered',
  'signature_asked',
  'agreement_signed',
  'agreement_in_force',
  'clause_commented',
  'backtest_done',
  'import_done',
  'feedback',
  'feedback answered',
  'mail_refused',
  'webhook_stopped',
  'mailbox_gap',
  'mailbox_unreachable',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Not at all; in the app; also by mail at once; also by mail in the morning. */
export const WAYS = ['off', 'app', 'now', 'digest'] as const
export type Way = (typeof WAYS)[number]

/** What holds for a kind until somebody chooses otherwise: what has a term is mailed at once, what can wait in the morning. */
export const DEFAULT_WAYS: { [K in NoticeKind]: Way } = {
  routed: 'now',
  warned: 'now',
  breached: 'now',
  escalated: 'now',
  reassigned: 'digest',
  unroutable: 'now',
  overflowed: 'now',
  asked: 'now',
  answered: 'now',
  signature_asked: 'now',
  agreement_signed: 'digest',
  agreement_in_force: 'now',
  clause_commented: 'digest',
  backtest_done: 'app',
  import_done: 'app',
  feedback: 'digest',
  'feedback answered': 'digest',
  mail_refused: 'app',
  webhook_stopped: 'now',
  mailbox_gap: 'app',
  mailbox_unreachable: 'now',
}

export function isNoticeKind(kind: string): kind is NoticeKind {
  return NOTICE_KINDS.some((each) => each === kind)
}

/** The same for every kind, under its name. */
export function byKind<T>(value: T): { [K in NoticeKind]: T } {
  return {
    routed: value,
    warned: value,
    breached: value,
    escalated: value,
    reassigned: value,
    unroutable: value,
    overflowed: value,
    asked: value,
    answered: value,
    signature_asked: value,
    agreement_signed: value,
    agreement_in_force: value,
    clause_commented: value,
    backtest_done: value,
    import_done: value,
    feedback: value,
    'feedback answered': value,
    mail_refused: value,
    webhook_stopped: value,
    mailbox_gap: value,
    mailbox_unreachable: value,
  }
}
