import type { Refusal } from '@ensemble/engine/lifecycle/refusal.ts'

const FRENCH: Record<Refusal['code'], string> = {
  'no open lead': 'Aucun prospect n’est ouvert ici.',
  'not qualified': 'Ce prospect n’est pas encore qualifié : il est encore au marketing.',
  'already accepted': 'Ce prospect est déjà accepté.',
  'already contacted': 'On rejette avant le premier contact. Ensuite, on disqualifie.',
  'not contacted': 'On disqualifie après une conversation. Avant tout contact, on rejette.',
  'too few attempts': 'Il faut d’abord faire les tentatives promises par l’accord.',
  'unknown reason': 'Ce motif n’est pas dans l’accord.',
  'date needed': 'Indiquez à quelle date réessayer, dans l’avenir.',
  'unknown deal': 'Cette affaire n’existe pas ici.',
  'deal is closed': 'Cette affaire est déjà close.',
  'reason needed': 'Dites pourquoi, en une ligne.',
  'nothing asked': 'Personne n’attend de réponse sur ce prospect.',
  'unknown feedback': 'Ce retour n’existe pas ici ; il a peut-être été repris.',
  'feedback is settled': 'Ce retour est réglé. Reprenez-le pour continuer.',
  'deal is open': 'Cette affaire est encore ouverte.',
  'deal is won': 'Une affaire gagnée se reprend en annulant ce qui l’a close.',
  'unknown pipeline': 'Ce pipeline n’est pas dans l’accord.',
  'unknown stage': 'Cette étape n’est pas dans le pipeline de l’accord.',
  'evidence missing': 'L’affaire ne peut pas encore avancer : il manque des preuves.',
  'proof missing': 'Par cet accord, une affaire gagnée exige sa preuve ; sans elle, l’affaire reste ouverte.',
  'document needed': 'Un contrat signé vaut preuve avec son PDF : ajoutez-le, avec sa date et ses signataires.',
  'amount needed': 'Dites combien a été payé.',
  'feedback is open': 'Ce retour est déjà ouvert : le marketing doit répondre.',
}

/** A refusal in the language of whoever was refused. */
export function sayRefusal(refusal: Refusal, language: 'en' | 'fr'): string {
  return language === 'fr' ? FRENCH[refusal.code] : refusal.message
}
