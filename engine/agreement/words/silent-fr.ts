import type { Silent } from './phrases.ts'

/** What holds where the document says nothing, in French. */
export const SILENT_FR: Silent = {
  holidays: 'Aucun jour férié n’est nommé : les délais courent ces jours-là comme les autres.',
  ownHours: 'Les collègues sans horaires propres suivent ce calendrier.',
  weekStart: 'La semaine commence le lundi, le mois à son premier jour, à l’heure du calendrier.',
  marketingPromises: 'Le marketing ne prend aucun engagement mesuré.',
  fit: 'Rien ne donne de points de profil : toutes les notes ont la lettre D.',
  engagement: 'Rien ne donne de points d’intérêt : toutes les notes ont le chiffre 4.',
  uncapped: (clauses) => `${clauses} : ces points n’ont pas de limite par jour.`,
  routing:
    'Un prospect auquel aucune clause d’attribution ne convient n’est confié à personne, et le responsable est prévenu.',
  poolLimit: (pool) =>
    `Le groupe « ${pool} » ne fixe aucune limite : chacun peut y recevoir autant de prospects qu’il en vient.`,
  ifNobody: (clauses) =>
    `${clauses} : si personne du groupe n’est disponible, le prospect attend ; aucune clause suivante n’est consultée.`,
  anyHour: (pools) =>
    `${pools} : des prospects sont attribués à toute heure ; les délais attendent les heures de travail.`,
  noCredit: (pools) => `${pools} : un prospect refusé compte comme un autre ; il ne rend pas le tour.`,
  acceptance: 'Les ventes ne s’engagent sur aucun délai pour accepter : ce délai ne court jamais.',
  firstContact: 'Les ventes ne s’engagent sur aucun délai de premier contact : ce délai ne court jamais.',
  attempts: 'Les ventes ne s’engagent sur aucun nombre de tentatives : une seule suffit pour renoncer.',
  verdict: 'Les ventes ne s’engagent sur aucun délai de verdict : ce délai ne court jamais.',
  nextStep: 'Les ventes ne s’engagent sur aucune prochaine étape : une affaire peut dormir.',
  warn: 'Personne n’est averti avant qu’un engagement soit rompu.',
  breach: 'Quand un engagement est rompu, le commercial en charge et le responsable sont prévenus.',
  late: 'Un engagement rompu n’a pas d’autre suite.',
  lateOf: (step, does) =>
    does === 'tell'
      ? `La suite n° ${step} d’un engagement rompu n’en nomme aucun : elle vaut pour tous.`
      : `La suite n° ${step} d’un engagement rompu n’en nomme aucun : elle vaut pour l’acceptation et le premier contact.`,
  lateAtMost: (step) =>
    `La suite n° ${step} d’un engagement rompu ne fixe aucun nombre : on change de main au plus 2 fois.`,
  reject: 'Aucune raison de refuser n’est nommée : les ventes ne peuvent pas refuser un prospect.',
  disqualify: 'Aucune raison d’écarter n’est nommée : les ventes ne peuvent pas écarter un prospect.',
  close: (reasons) => `${reasons} : la suite n’est pas dite, le prospect est donc clos.`,
  pipelines: (name, stages) =>
    `Les affaires ont un seul pipeline, ${name} : ${stages}. Rien n’est demandé pour avancer, et une affaire peut être à toute autre étape.`,
  winNeeds: 'Une affaire gagnée sans contrat signé ni paiement est admise, et compte à part, sans preuve.',
  probability: (stages) =>
    `${stages} : aucune probabilité n’est dite ; la prévision par étape laisse ces affaires de côté.`,
  winLoss:
    'Aucune raison de gagner ou de perdre n’est nommée : une liste du produit est proposée, et tout autre mot est admis.',
  returns: 'Un prospect en cours n’est jamais tenu pour perdu de vue : s’il revient, la même tentative continue.',
  runningClocks: 'Les délais qui courent quand cette version entre en vigueur gardent leurs termes.',
}
