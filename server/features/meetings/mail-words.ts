/** What mails about meetings say. `when` is the moment in the reader's zone, in words. */
export type MeetingMailWords = {
  hello: (name: string) => string
  booked: (title: string, when: string) => string
  moved: (title: string, when: string) => string
  cancelled: (title: string, when: string) => string
  bookedIntro: (host: string) => string
  movedIntro: (by: string) => string
  cancelledIntro: (by: string) => string
  agreed: (title: string, when: string) => string
  agreedIntro: (host: string) => string
  kept: (title: string, when: string) => string
  keptIntro: (host: string) => string
  when: string
  where: string
  who: string
  answers: string
  reason: string
  change: string
  again: string
  open: string
  why: string
}

const en: MeetingMailWords = {
  hello: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  booked: (title, when) => `${title}: ${when}`,
  moved: (title, when) => `Moved: ${title}, now ${when}`,
  cancelled: (title, when) => `Cancelled: ${title}, ${when}`,
  bookedIntro: (host) => `your meeting with ${host} is booked. The invitation is attached: add it to your calendar.`,
  movedIntro: (by) => `${by} moved the meeting. The attached update puts it right in your calendar.`,
  cancelledIntro: (by) => `${by} cancelled this meeting. The attached update takes it out of your calendar.`,
  agreed: (title, when) => `Agreed: ${title}, now ${when}`,
  agreedIntro: (host) => `${host} takes the time you proposed. The attached update puts it right in your calendar.`,
  kept: (title, when) => `Stays as it was: ${title}, ${when}`,
  keptIntro: (host) =>
    `${host} cannot take the time you proposed. The meeting stays at the time below; you can choose another one.`,
  when: 'When',
  where: 'Where',
  who: 'Who',
  answers: 'Said at booking',
  reason: 'Reason given',
  change: 'Move or cancel',
  again: 'Find another time',
  open: 'Open the calendar',
  why: 'You get this because you booked a meeting or are its host.',
}

const fr: MeetingMailWords = {
  hello: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  booked: (title, when) => `${title} : ${when}`,
  moved: (title, when) => `Déplacé : ${title}, désormais ${when}`,
  cancelled: (title, when) => `Annulé : ${title}, ${when}`,
  bookedIntro: (host) =>
    `votre rendez-vous avec ${host} est pris. L’invitation est jointe : ajoutez-la à votre agenda.`,
  movedIntro: (by) => `${by} a déplacé le rendez-vous. La mise à jour jointe corrige votre agenda.`,
  cancelledIntro: (by) => `${by} a annulé ce rendez-vous. La mise à jour jointe le retire de votre agenda.`,
  agreed: (title, when) => `Convenu : ${title}, désormais ${when}`,
  agreedIntro: (host) => `${host} retient le moment que vous proposez. La mise à jour jointe corrige votre agenda.`,
  kept: (title, when) => `Inchangé : ${title}, ${when}`,
  keptIntro: (host) =>
    `${host} n’est pas disponible au moment que vous proposez. Le rendez-vous reste à l’heure ci-dessous ; vous pouvez en choisir une autre.`,
  when: 'Quand',
  where: 'Où',
  who: 'Avec',
  answers: 'Indiqué à la réservation',
  reason: 'Motif',
  change: 'Déplacer ou annuler',
  again: 'Choisir un autre moment',
  open: 'Ouvrir l’agenda',
  why: 'Vous recevez ce message parce que vous avez pris ce rendez-vous ou que vous l’assurez.',
}

export function meetingMailWords(language: 'en' | 'fr'): MeetingMailWords {
  return language === 'fr' ? fr : en
}
