import type { Silent } from './phrases.ts'

/** What holds where the document says nothing, in English. */
export const SILENT_EN: Silent = {
  holidays: 'No public holidays are named: clocks run on them as on any other day.',
  ownHours: 'Colleagues without hours of their own work by this calendar.',
  weekStart: 'A week begins on Monday, a month on its first day, by the clock of the calendar.',
  marketingPromises: 'Marketing makes no promise that is measured.',
  fit: 'Nothing gives points for who they are: every grade has the letter D.',
  engagement: 'Nothing gives points for what they did: every grade has the number 4.',
  uncapped: (clauses) => `${clauses}: there is no daily limit to these points.`,
  routing: 'A lead for which no routing clause holds goes to nobody, and the manager hears of it.',
  poolLimit: (pool) => `The pool “${pool}” names no limit: everyone in it may be given any number of leads.`,
  ifNobody: (clauses) => `${clauses}: when nobody of the pool is free, the lead waits; no later clause is asked.`,
  anyHour: (pools) => `${pools}: leads are given at any hour; the clocks wait for working time.`,
  noCredit: (pools) => `${pools}: a rejected lead counts like any other; it gives no turn back.`,
  acceptance: 'Sales promises no term for accepting a lead: that clock never runs.',
  firstContact: 'Sales promises no term for the first contact: that clock never runs.',
  attempts: 'Sales promises no number of attempts: one is enough to give up.',
  verdict: 'Sales promises no term for a verdict: that clock never runs.',
  nextStep: 'Sales promises no next step on open deals: they may rest.',
  warn: 'Nobody is warned before a promise is broken.',
  breach: 'When a promise is broken, the owner of the lead and the manager hear of it.',
  late: 'Nothing further follows a broken promise.',
  lateOf: (step, does) =>
    does === 'tell'
      ? `Step ${step} after a broken promise names no promise: it follows any of them.`
      : `Step ${step} after a broken promise names no promise: it follows acceptance and first contact.`,
  lateAtMost: (step) => `Step ${step} after a broken promise names no number: a lead changes hands at most 2 times.`,
  reject: 'No reason to reject is named: sales cannot reject a lead.',
  disqualify: 'No reason to disqualify is named: sales cannot disqualify a lead.',
  close: (reasons) => `${reasons}: nothing is said of what follows, so the lead is closed.`,
  pipelines: (name, stages) =>
    `Deals have one pipeline, ${name}: ${stages}. Nothing is asked to move on, and a deal may stand in any other stage.`,
  winNeeds: 'A win without a signed contract or a payment stands, and counts apart as unproven.',
  probability: (stages) => `${stages}: no probability is stated; the forecast by stage leaves these deals out.`,
  winLoss:
    'No reasons for wins and losses are named: a list of the product’s own is offered, and any other words are taken.',
  returns: 'An open lead never grows stale: whoever comes back goes on with the same attempt.',
  runningClocks: 'Clocks that run when this version comes into force keep their terms.',
}
