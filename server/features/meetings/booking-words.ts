import type { Language } from '../forms/phrases.ts'

type Words = {
  minutes: (minutes: number) => string
  chooseDay: string
  chooseTime: string
  with: (name: string) => string
  zone: string
  changeZone: string
  show: string
  none: string
  noneText: string
  earlier: string
  later: string
  change: string
  details: string
  name: string
  email: string
  phone: string
  phoneForCall: string
  optional: string
  book: string
  move: string
  taken: string
  takenText: string
  nearest: string
  noneNear: string
  problems: string
  missing: string
  tooLong: string
  booked: string
  bookedText: (email: string) => string
  noMailText: string
  yours: string
  cancelled: string
  cancelledText: string
  over: string
  moveIt: string
  cancelIt: string
  cancelWhy: string
  keep: string
  addToCalendar: string
  again: string
  gone: string
  goneText: string
  when: string
  where: string
  who: string
  moving: (when: string) => string
  moved: string
  tooMany: string
  notNow: string
  notNowText: string
  leaveEmpty: string
  times: (count: number) => string
}

const en: Words = {
  minutes: (minutes) => `${minutes} minutes`,
  chooseDay: 'Choose a day',
  chooseTime: 'Choose a time',
  with: (name) => `with ${name}`,
  zone: 'Time zone',
  changeZone: 'Times are shown in',
  show: 'Show',
  none: 'No time is free here',
  noneText: 'Nothing is free in the days that can be booked. Please look again tomorrow.',
  earlier: 'Earlier days',
  later: 'Later days',
  change: 'Choose another time',
  details: 'Your details',
  name: 'Your name',
  email: 'E-mail',
  phone: 'Phone',
  phoneForCall: 'Phone number at which we call you',
  optional: 'optional',
  book: 'Book this time',
  move: 'Move to this time',
  taken: 'This time has just been taken',
  takenText: 'Nothing was booked. What you typed is kept: choose another time.',
  nearest: 'The nearest free times',
  noneNear: 'There is no free time near it. Choose another day.',
  problems: 'Please look at this again:',
  missing: 'Please fill this in.',
  tooLong: 'This is too long. Please shorten it.',
  booked: 'It is booked',
  bookedText: (email) =>
    `An invitation is on its way to ${email}. Accept it there, or add the meeting to your calendar here.`,
  noMailText: 'Add the meeting to your calendar here, and keep this address: it is the way to move or cancel it.',
  yours: 'Your meeting',
  cancelled: 'This meeting is cancelled',
  cancelledText: 'Nobody expects you. You may book another time.',
  over: 'This meeting is over.',
  moveIt: 'Choose another time',
  cancelIt: 'Cancel the meeting',
  cancelWhy: 'Reason',
  keep: 'I changed my mind',
  addToCalendar: 'Add to calendar',
  again: 'Book another time',
  gone: 'Nothing can be booked here',
  goneText: 'The page no longer exists, or its address was mistyped.',
  when: 'When',
  where: 'Where',
  who: 'With',
  moving: (when) => `You are moving your meeting of ${when}.`,
  moved: 'The meeting is moved',
  tooMany: 'Too many tries came from your network. Please wait a minute; nothing was booked.',
  notNow: 'This did not work just now',
  notNowText: 'Nothing was booked. What you typed is still here: please send it again in a moment.',
  leaveEmpty: 'Leave this empty',
  times: (count) => (count === 1 ? '1 time' : `${count} times`),
}

const fr: Words = {
  minutes: (minutes) => `${minutes} minutes`,
  chooseDay: 'Choisissez un jour',
  chooseTime: 'Choisissez une heure',
  with: (name) => `avec ${name}`,
  zone: 'Fuseau horaire',
  changeZone: 'Heures affichées pour',
  show: 'Afficher',
  none: 'Aucun créneau libre',
  noneText: 'Rien n’est libre dans les jours ouverts à la réservation. Revenez voir demain.',
  earlier: 'Jours précédents',
  later: 'Jours suivants',
  change: 'Choisir une autre heure',
  details: 'Vos coordonnées',
  name: 'Votre nom',
  email: 'E-mail',
  phone: 'Téléphone',
  phoneForCall: 'Numéro auquel nous vous appelons',
  optional: 'facultatif',
  book: 'Réserver ce créneau',
  move: 'Déplacer à cette heure',
  taken: 'Ce créneau vient d’être pris',
  takenText: 'Rien n’a été réservé. Votre saisie est conservée : choisissez une autre heure.',
  nearest: 'Les créneaux libres les plus proches',
  noneNear: 'Aucun créneau libre à proximité. Choisissez un autre jour.',
  problems: 'Merci de vérifier :',
  missing: 'Merci de remplir ce champ.',
  tooLong: 'Ce texte est trop long, merci de l’abréger.',
  booked: 'C’est réservé',
  bookedText: (email) =>
    `Une invitation part vers ${email}. Acceptez-la là-bas, ou ajoutez le rendez-vous à votre agenda ici.`,
  noMailText:
    'Ajoutez le rendez-vous à votre agenda ici et gardez cette adresse : elle permet de le déplacer ou de l’annuler.',
  yours: 'Votre rendez-vous',
  cancelled: 'Ce rendez-vous est annulé',
  cancelledText: 'Personne ne vous attend. Vous pouvez choisir un autre créneau.',
  over: 'Ce rendez-vous est passé.',
  moveIt: 'Choisir une autre heure',
  cancelIt: 'Annuler le rendez-vous',
  cancelWhy: 'Motif',
  keep: 'J’ai changé d’avis',
  addToCalendar: 'Ajouter à l’agenda',
  again: 'Réserver un autre créneau',
  gone: 'Rien à réserver ici',
  goneText: 'La page n’existe plus, ou son adresse est mal saisie.',
  when: 'Quand',
  where: 'Où',
  who: 'Avec',
  moving: (when) => `Vous déplacez votre rendez-vous du ${when}.`,
  moved: 'Le rendez-vous est déplacé',
  tooMany: 'Trop d’essais sont venus de votre réseau. Patientez une minute ; rien n’a été réservé.',
  notNow: 'La réservation n’a pas abouti',
  notNowText: 'Rien n’a été réservé. Votre saisie est conservée : renvoyez-la dans un instant.',
  leaveEmpty: 'Laissez ce champ vide',
  times: (count) => (count === 1 ? '1 créneau' : `${count} créneaux`),
}

export const BOOKING_WORDS: Record<Language, Words> = { en, fr }
