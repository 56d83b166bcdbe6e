import { clausesOf } from '@ensemble/engine/agreement/clauses-of.ts'
import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import { explainQualification } from '@ensemble/engine/agreement/explain-qualification.ts'
import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { silentDefaults } from '@ensemble/engine/agreement/silent-defaults.ts'
import { emptyState } from '@ensemble/engine/lifecycle/state.ts'
import { expect, test } from 'vitest'
import { defaultDocument } from './default-document.ts'

const DEFAULT = await defaultDocument()

function compiled(source = DEFAULT) {
  const result = compileAgreement(source, 1)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.agreement
}

const lines = (language: 'en' | 'fr', source = DEFAULT) =>
  clausesOf(compiled(source), language).map(({ clause, sentence }) => `${clause}: ${sentence}`)

test('the default agreement in English', () => {
  expect(lines('en')).toMatchInlineSnapshot(`
    [
      "parties.marketing: The team “Marketing” stands for marketing; one signature is enough.",
      "parties.sales: The team “Sales” stands for sales; one signature is enough.",
      "calendar: Working time is Monday to Friday, 09:00 to 12:30 and 13:30 to 18:00, by the clock of Europe/Paris.",
      "F1: 30 points when the company has at least 50 employees.",
      "F2: 25 points when their role is owner, director, operations, sales or marketing.",
      "F3: 20 points when their telephone number is known.",
      "F4: 15 points when the company’s web address is known.",
      "F5: 10 points when their e-mail address is not a private one and their e-mail address is known.",
      "F6: 15 points are taken away when their e-mail address is a private one.",
      "half_life: Points for what somebody did lose half their worth every 30 days.",
      "E1: 40 points each time somebody sends a form.",
      "E2: 15 points each time somebody reads a page under /pricing; at most 30 points a day.",
      "E3: 3 points each time somebody reads a page; at most 12 points a day.",
      "E4: 35 points each time somebody answers a letter.",
      "E5: 35 points each time somebody answers an e-mail.",
      "E6: 25 points each time somebody comes to an event.",
      "E7: 50 points each time somebody calls us.",
      "E8: 40 points each time somebody is recommended to us.",
      "E9: 6 points each time somebody follows a link in an e-mail; at most 12 points a day.",
      "E10: 1 point each time somebody opens an e-mail; at most 2 points a day.",
      "grades.letter: The letter of the grade is A from 70 points for who they are, B from 45, C from 20, and D below.",
      "grades.number: The number of the grade is 1 from 60 points for what they did, 2 from 30, 3 from 10, and 4 below.",
      "stages.inquiry: An inquiry belongs to marketing.",
      "stages.qualified: A qualified lead (MQL) belongs to marketing.",
      "Q1: A lead is qualified when they asked for a call.",
      "Q2: A lead is qualified when their grade is A1, A2, B1, B2 or C1.",
      "stages.accepted: An accepted lead (SAL) belongs to sales.",
      "stages.contacted: A contacted lead belongs to sales; the evidence is a two-way contact.",
      "stages.opportunity: An opportunity (SQL) belongs to sales; the evidence is an open deal.",
      "stages.won: A customer won belongs to sales; the evidence is a signed contract or a payment.",
      "R1: Every lead goes to the pool “Everyone in sales”.",
      "pools.Everyone in sales: The pool “Everyone in sales” is the team “Sales”, who take turns, each with at most 30 a day; whoever is away is passed over.",
      "nobody_free: When nobody is free, the lead is kept for 1 working hour; then the manager is told, and somebody is looked for again.",
      "M1: Marketing delivers 25 qualified leads a week, at least 8 of them with the letter A.",
      "M2: Marketing answers what sales reports back within 2 working days.",
      "M3: At hand-off, marketing says of every lead the telephone number and the channel.",
      "S1: Sales accepts or rejects every lead within 4 working hours.",
      "S2: Sales makes the first contact within 30 working minutes for A1, 2 working hours for A2 and B1, and 1 working day for every other grade.",
      "S3: Sales tries at least 6 times over 10 working days before giving up.",
      "S4: Sales gives a verdict, with its reason, within 15 working days of the first conversation.",
      "S5: Every open deal has a next step, never older than 10 working days.",
      "when_late.warn: When half of the time is gone, the owner of the lead is warned.",
      "when_late.breach: When a promise is broken, the owner of the lead and the manager hear of it.",
      "when_late.then.0: 1 working hour after a broken promise, a lead nobody has contacted is given to somebody else (for acceptance and first contact), at most 2 times.",
      "when_late.then.1: 4 working hours after a broken promise, the head of sales hears of it.",
      "misrouted: Before any contact, sales may reject a lead as “misrouted”: it is given to somebody else.",
      "incomplete: Before any contact, sales may reject a lead as “incomplete”: it goes back to marketing.",
      "duplicate: Before any contact, sales may reject a lead as “duplicate”: it is closed.",
      "below the definition: Before any contact, sales may reject a lead as “below the definition”: it is closed for sales, and marketing stays in touch.",
      "unreachable: After a conversation, or the 6 attempts of S3, sales may disqualify a lead for “unreachable”: it comes back as a new attempt after 30 days.",
      "no need: After a conversation, sales may disqualify a lead for “no need”: it comes back as a new attempt after 180 days.",
      "no budget: After a conversation, sales may disqualify a lead for “no budget”: it comes back as a new attempt after 90 days.",
      "bad timing: After a conversation, sales may disqualify a lead for “bad timing”: it comes back as a new attempt on the date given.",
      "no authority: After a conversation, sales may disqualify a lead for “no authority”: it comes back as a new attempt after 60 days.",
      "no fit: After a conversation, sales may disqualify a lead for “no fit”: it is closed.",
      "wrong data: After a conversation, or one attempt, sales may disqualify a lead for “wrong data”: it is closed.",
      "chose a competitor: After a conversation, sales may disqualify a lead for “chose a competitor”: it is closed, and sales notes: competitor.",
      "returns: An open lead of whom nothing was heard for 180 days is over: when they come back, a new attempt begins.",
    ]
  `)
})

test('the default agreement in French', () => {
  expect(lines('fr')).toMatchInlineSnapshot(`
    [
      "parties.marketing: Le marketing est représenté par l’équipe « Marketing » ; une signature y suffit.",
      "parties.sales: Les ventes sont représentées par l’équipe « Sales » ; une signature y suffit.",
      "calendar: On travaille du lundi au vendredi de 09:00 à 12:30 et de 13:30 à 18:00, fuseau Europe/Paris.",
      "F1: 30 points quand l’entreprise compte au moins 50 salariés.",
      "F2: 25 points quand sa fonction est owner, director, operations, sales ou marketing.",
      "F3: 20 points quand son numéro de téléphone est connu.",
      "F4: 15 points quand le site de l’entreprise est connu.",
      "F5: 10 points quand son adresse e-mail n’est pas personnelle et son adresse e-mail est connue.",
      "F6: 15 points de moins quand son adresse e-mail est personnelle.",
      "half_life: Les points d’intérêt perdent la moitié de leur valeur tous les 30 jours.",
      "E1: 40 points chaque fois que quelqu’un envoie un formulaire.",
      "E2: 15 points chaque fois que quelqu’un lit une page sous /pricing ; au plus 30 points par jour.",
      "E3: 3 points chaque fois que quelqu’un lit une page ; au plus 12 points par jour.",
      "E4: 35 points chaque fois que quelqu’un répond à un courrier.",
      "E5: 35 points chaque fois que quelqu’un répond à un e-mail.",
      "E6: 25 points chaque fois que quelqu’un participe à un événement.",
      "E7: 50 points chaque fois que quelqu’un nous appelle.",
      "E8: 40 points chaque fois que quelqu’un nous est recommandé.",
      "E9: 6 points chaque fois que quelqu’un suit un lien dans un e-mail ; au plus 12 points par jour.",
      "E10: 1 point chaque fois que quelqu’un ouvre un e-mail ; au plus 2 points par jour.",
      "grades.letter: La lettre de la note est A à partir de 70 points de profil, B à partir de 45, C à partir de 20, et D au-dessous.",
      "grades.number: Le chiffre de la note est 1 à partir de 60 points d’intérêt, 2 à partir de 30, 3 à partir de 10, et 4 au-dessous.",
      "stages.inquiry: Une demande revient au marketing.",
      "stages.qualified: Un prospect qualifié (MQL) revient au marketing.",
      "Q1: Un prospect est qualifié quand il a demandé à être appelé.",
      "Q2: Un prospect est qualifié quand sa note est A1, A2, B1, B2 ou C1.",
      "stages.accepted: Un prospect accepté (SAL) revient aux ventes.",
      "stages.contacted: Un prospect contacté revient aux ventes ; preuve demandée : a two-way contact.",
      "stages.opportunity: Une affaire (SQL) revient aux ventes ; preuve demandée : an open deal.",
      "stages.won: Un client gagné revient aux ventes ; preuve demandée : a signed contract or a payment.",
      "R1: Tout prospect est confié au groupe « Everyone in sales ».",
      "pools.Everyone in sales: Le groupe « Everyone in sales », c’est l’équipe « Sales », à tour de rôle, au plus 30 par jour et par personne ; on passe les absents.",
      "nobody_free: Quand personne n’est disponible, le prospect est gardé 1 heure ouvrée ; puis le responsable est prévenu, et l’on cherche de nouveau quelqu’un.",
      "M1: Le marketing fournit 25 prospects qualifiés par semaine, dont au moins 8 de lettre A.",
      "M2: Le marketing répond aux retours des ventes sous 2 jours ouvrés.",
      "M3: À la transmission, le marketing donne pour chaque prospect le numéro de téléphone et le canal.",
      "S1: Les ventes acceptent ou refusent chaque prospect sous 4 heures ouvrées.",
      "S2: Les ventes prennent contact sous 30 minutes ouvrées pour A1, 2 heures ouvrées pour A2 et B1, et sous 1 jour ouvré pour toute autre note.",
      "S3: Les ventes font au moins 6 tentatives en 10 jours ouvrés avant de renoncer.",
      "S4: Les ventes rendent un verdict motivé sous 15 jours ouvrés après le premier échange.",
      "S5: Toute affaire en cours a une prochaine étape, qui ne date jamais de plus de 10 jours ouvrés.",
      "when_late.warn: À la moitié du délai, le commercial en charge est averti.",
      "when_late.breach: Quand un engagement est rompu, le commercial en charge et le responsable sont prévenus.",
      "when_late.then.0: 1 heure ouvrée après la rupture d’un engagement, un prospect que personne n’a contacté est confié à quelqu’un d’autre (pour l’acceptation et le premier contact), au plus 2 fois.",
      "when_late.then.1: 4 heures ouvrées après la rupture d’un engagement, le directeur commercial est prévenu.",
      "misrouted: Avant tout contact, les ventes peuvent refuser un prospect pour « misrouted » : il est confié à quelqu’un d’autre.",
      "incomplete: Avant tout contact, les ventes peuvent refuser un prospect pour « incomplete » : il revient au marketing.",
      "duplicate: Avant tout contact, les ventes peuvent refuser un prospect pour « duplicate » : il est clos.",
      "below the definition: Avant tout contact, les ventes peuvent refuser un prospect pour « below the definition » : il est clos pour les ventes, et le marketing garde le contact.",
      "unreachable: Après un échange, ou les 6 tentatives de S3, les ventes peuvent écarter un prospect pour « unreachable » : il revient, comme nouvelle tentative, après 30 jours.",
      "no need: Après un échange, les ventes peuvent écarter un prospect pour « no need » : il revient, comme nouvelle tentative, après 180 jours.",
      "no budget: Après un échange, les ventes peuvent écarter un prospect pour « no budget » : il revient, comme nouvelle tentative, après 90 jours.",
      "bad timing: Après un échange, les ventes peuvent écarter un prospect pour « bad timing » : il revient, comme nouvelle tentative, à la date indiquée.",
      "no authority: Après un échange, les ventes peuvent écarter un prospect pour « no authority » : il revient, comme nouvelle tentative, après 60 jours.",
      "no fit: Après un échange, les ventes peuvent écarter un prospect pour « no fit » : il est clos.",
      "wrong data: Après un échange, ou une tentative, les ventes peuvent écarter un prospect pour « wrong data » : il est clos.",
      "chose a competitor: Après un échange, les ventes peuvent écarter un prospect pour « chose a competitor » : il est clos, et les ventes précisent : competitor.",
      "returns: Un prospect en cours resté silencieux pendant 180 jours est tenu pour perdu de vue : s’il revient, une nouvelle tentative commence.",
    ]
  `)
})

test('what the default agreement leaves unsaid', () => {
  expect([...silentDefaults(compiled(), 'en'), ...silentDefaults(compiled(), 'fr')]).toMatchInlineSnapshot(`
    [
      "No public holidays are named: clocks run on them as on any other day.",
      "Colleagues without hours of their own work by this calendar.",
      "E1, E4, E5, E6, E7 and E8: there is no daily limit to these points.",
      "R1: when nobody of the pool is free, the lead waits; no later clause is asked.",
      "“Everyone in sales”: leads are given at any hour; the clocks wait for working time.",
      "“Everyone in sales”: a rejected lead counts like any other; it gives no turn back.",
      "Step 2 after a broken promise names no promise: it follows any of them.",
      "Deals have one pipeline, “Sales”: “open”, “offer”, “negotiation”. Nothing is asked to move on, and a deal may stand in any other stage.",
      "A win without a signed contract or a payment stands, and counts apart as unproven.",
      "No reasons for wins and losses are named: a list of the product’s own is offered, and any other words are taken.",
      "Clocks that run when this version comes into force keep their terms.",
      "Aucun jour férié n’est nommé : les délais courent ces jours-là comme les autres.",
      "Les collègues sans horaires propres suivent ce calendrier.",
      "E1, E4, E5, E6, E7 et E8 : ces points n’ont pas de limite par jour.",
      "R1 : si personne du groupe n’est disponible, le prospect attend ; aucune clause suivante n’est consultée.",
      "« Everyone in sales » : des prospects sont attribués à toute heure ; les délais attendent les heures de travail.",
      "« Everyone in sales » : un prospect refusé compte comme un autre ; il ne rend pas le tour.",
      "La suite n° 2 d’un engagement rompu n’en nomme aucun : elle vaut pour tous.",
      "Les affaires ont un seul pipeline, « Sales » : « open », « offer », « negotiation ». Rien n’est demandé pour avancer, et une affaire peut être à toute autre étape.",
      "Une affaire gagnée sans contrat signé ni paiement est admise, et compte à part, sans preuve.",
      "Aucune raison de gagner ou de perdre n’est nommée : une liste du produit est proposée, et tout autre mot est admis.",
      "Les délais qui courent quand cette version entre en vigueur gardent leurs termes.",
    ]
  `)
})

const SHORT = DEFAULT.replace(/fit: #[\s\S]*?\nengagement:/, 'engagement:')
  .replace(/ {2}E1:[\s\S]*?\n\n/, '\n')
  .replace(
    /marketing_promises:[\s\S]*?\nwhen_late:[\s\S]*?\nreasons:[\s\S]*$/,
    'when_late: {}\nreasons: { reject: {}, disqualify: { gone: { needs: an attempt } } }\n',
  )
  .replace('order: round robin, at_most: [30 a day], away: skip', 'order: least loaded')
  .replace('R1: { to', 'R1: { when: account.country == "PT", to')

test('what a short agreement leaves unsaid is told point by point', () => {
  expect(silentDefaults(compiled(SHORT), 'en')).toMatchInlineSnapshot(`
    [
      "No public holidays are named: clocks run on them as on any other day.",
      "Colleagues without hours of their own work by this calendar.",
      "Nothing gives points for who they are: every grade has the letter D.",
      "Nothing gives points for what they did: every grade has the number 4.",
      "A lead for which no routing clause holds goes to nobody, and the manager hears of it.",
      "R1: when nobody of the pool is free, the lead waits; no later clause is asked.",
      "“Everyone in sales”: leads are given at any hour; the clocks wait for working time.",
      "“Everyone in sales”: a rejected lead counts like any other; it gives no turn back.",
      "The pool “Everyone in sales” names no limit: everyone in it may be given any number of leads.",
      "Marketing makes no promise that is measured.",
      "Sales promises no term for accepting a lead: that clock never runs.",
      "Sales promises no term for the first contact: that clock never runs.",
      "Sales promises no number of attempts: one is enough to give up.",
      "Sales promises no term for a verdict: that clock never runs.",
      "Sales promises no next step on open deals: they may rest.",
      "Nobody is warned before a promise is broken.",
      "When a promise is broken, the owner of the lead and the manager hear of it.",
      "Nothing further follows a broken promise.",
      "No reason to reject is named: sales cannot reject a lead.",
      "“gone”: nothing is said of what follows, so the lead is closed.",
      "Deals have one pipeline, “Sales”: “open”, “offer”, “negotiation”. Nothing is asked to move on, and a deal may stand in any other stage.",
      "A win without a signed contract or a payment stands, and counts apart as unproven.",
      "No reasons for wins and losses are named: a list of the product’s own is offered, and any other words are taken.",
      "An open lead never grows stale: whoever comes back goes on with the same attempt.",
      "Clocks that run when this version comes into force keep their terms.",
    ]
  `)
  expect(silentDefaults(compiled(SHORT), 'fr')).toHaveLength(silentDefaults(compiled(SHORT), 'en').length)
})

const PROMISES = `marketing_promises:
  M1: { deliver: 60 qualified leads a week, of_which: { grade A: 20, grade B: 15 }, in: { channel: paid search } }
  M2: { deliver: "400,000 EUR of lead value a month" }
  M3: { give: [phone, last touches, phone], at: hand-off }
  M4: { answer: feedback, within: 2 working days, because: who asks wants to know }
`

test('what marketing promises is told in sentences of its own side', () => {
  const source = DEFAULT.replace(/marketing_promises:[\s\S]*?\n\n/, () => `${PROMISES}\n`)
  const agreement = compiled(source)
  const told = (['en', 'fr'] as const).flatMap((language) =>
    clausesOf(agreement, language).filter(({ owner, section }) => owner === 'marketing' && section === 'promises'),
  )
  expect(told.map(({ sentence }) => sentence)).toMatchInlineSnapshot(`
    [
      "Marketing delivers 60 qualified leads a week through the channel “paid search”, at least 20 of them with the letter A and 15 of them with the letter B.",
      "Marketing delivers 400,000 EUR of lead value a month; a lead is worth what leads of its letter and channel have brought on average.",
      "At hand-off, marketing says of every lead the telephone number and what they did last.",
      "Marketing answers what sales reports back within 2 working days.",
      "Le marketing fournit 60 prospects qualifiés par semaine par le canal « paid search », dont au moins 20 de lettre A et 15 de lettre B.",
      "Le marketing fournit par mois 400 000 EUR de valeur de prospects ; un prospect vaut ce que ceux de sa lettre et de son canal ont rapporté en moyenne.",
      "À la transmission, le marketing donne pour chaque prospect le numéro de téléphone et les dernières actions.",
      "Le marketing répond aux retours des ventes sous 2 jours ouvrés.",
    ]
  `)
  expect(told[3]).toMatchObject({ clause: 'M4', because: 'who asks wants to know', path: ['marketing_promises', 'M4'] })
  expect(silentDefaults(agreement, 'en').join(' ')).not.toContain('M4')
  expect(agreement.marketing.deliveries[1]).toMatchObject({ unit: 'value', goalCents: 40_000_000, currency: 'EUR' })
})

test('every clause has a sentence of its own in both languages, and none is empty', () => {
  const agreement = compiled()
  const english = clausesOf(agreement, 'en')
  const french = clausesOf(agreement, 'fr')
  expect(french.map(({ clause }) => clause)).toEqual(english.map(({ clause }) => clause))
  for (const [index, { sentence }] of english.entries()) {
    expect(sentence).toMatch(/^[\p{L}\d“].*\.$/u)
    expect(french[index]?.sentence).toMatch(/^[\p{L}\d«].*\.$/u)
    expect(french[index]?.sentence).not.toBe(sentence)
  }
})

test('a decision finds the sentence of its clause, of a reason, and of what the product does by itself', () => {
  const agreement = compiled()
  expect(sentenceOf(agreement, 'F1', 'en')).toEqual({
    sentence: '30 points when the company has at least 50 employees.',
    because: 'below fifty people a first year rarely pays',
  })
  expect(sentenceOf(agreement, 'nobody_free', 'fr')?.sentence).toContain('1 heure ouvrée')
  expect(sentenceOf(agreement, 'no need', 'en')?.sentence).toContain('180 days')
  expect(sentenceOf(agreement, 'limit', 'en')?.sentence).toContain('100')
  expect(sentenceOf(agreement, '', 'en')?.sentence).toContain('No routing clause')
  expect(sentenceOf(agreement, 'Z9', 'en')).toBeNull()
})

test('a lead that does not qualify is told what would have to be different', () => {
  const agreement = compiled()
  const state = emptyState()
  expect(explainQualification(agreement, state, 0)).toEqual([])
  state.grade = 'C2'
  state.attempt = {
    number: 1,
    isHistory: false,
    openedAt: 0,
    touch: { channel: null, origin: null, campaign: null, landingPage: null },
    stage: 'inquiry',
    outcome: 'open',
    reason: null,
    closedAt: null,
    team: 'marketing',
    owner: null,
    hadBy: [],
    pool: null,
    calendar: null,
    awaiting: null,
    isHeld: false,
    routedAt: null,
    reassignments: 0,
    marks: {},
    clocks: [],
    touches: 0,
    touchChannels: [],
    firstTouchAt: null,
    twoWayAt: null,
    lastFactAt: 0,
    closedWith: null,
  }
  const [call, grade] = explainQualification(agreement, state, 0, 'fr')
  expect(call).toMatchObject({ clause: 'Q1', holds: false, needed: 'il devrait demander à être appelé' })
  expect(grade).toMatchObject({
    clause: 'Q2',
    holds: false,
    needed: 'sa note devrait être A1, A2, B1, B2 ou C1 ; elle est C2',
    explain: {
      text: 'grade in ["A1", "A2", "B1", "B2", "C1"]',
      value: false,
      holds: false,
      parts: [{ text: 'grade', value: 'C2', holds: null }, {}],
    },
  })
})
