import type { FieldName } from './field.ts'

export type Language = 'en' | 'fr'

type Phrases = {
  standardTitle: string
  standardIntro: string
  optional: string
  send: string
  chooseOne: string
  otherLanguage: string
  thanks: string
  thanksText: string
  thanksCall: string
  again: string
  problems: string
  missing: string
  consentMissing: string
  emailWrong: string
  phoneWrong: string
  numberWrong: string
  tooLong: string
  emailOrPhone: string
  tooMany: string
  tooManyText: string
  gone: string
  goneText: string
  notNow: string
  notNowText: string
  leaveEmpty: string
  fields: Record<FieldName, string>
  roles: readonly (readonly [value: string, label: string])[]
}

const en: Phrases = {
  standardTitle: 'Talk to us',
  standardIntro: 'Tell us what you are looking for. A person reads this and answers you.',
  optional: 'optional',
  send: 'Send',
  chooseOne: 'Choose one',
  otherLanguage: 'Français',
  thanks: 'Thank you. We have it.',
  thanksText: 'Someone of our team has your message on their screen and will get back to you.',
  thanksCall: 'We will call you at the number you gave.',
  again: 'Send another message',
  problems: 'Please look at this again:',
  missing: 'Please fill this in.',
  consentMissing: 'Please tick this box, or we cannot take your message.',
  emailWrong: 'This does not look like an e-mail address. Example: ana@example.com',
  phoneWrong: 'This does not look like a phone number. Example: +33 1 23 45 67 89',
  numberWrong: 'Please write a number, such as 25.',
  tooLong: 'This is too long. Please shorten it.',
  emailOrPhone: 'Please give an e-mail address or a phone number, so that we can answer.',
  tooMany: 'One moment, please',
  tooManyText:
    'This was sent several times from your network. Please wait a minute and try again; nothing you typed was stored yet.',
  gone: 'This form is closed',
  goneText: 'It no longer exists, or its address was mistyped.',
  notNow: 'This did not work just now',
  notNowText: 'Your message was not stored. What you typed is still here: please send it again in a moment.',
  leaveEmpty: 'Leave this empty',
  fields: {
    name: 'Your name',
    email: 'E-mail',
    phone: 'Phone',
    company: 'Company',
    role: 'Your role',
    employees: 'Number of employees',
    country: 'Country',
    message: 'How can we help?',
    wantsCall: 'Please call me',
    heardFrom: 'How did you hear of us?',
  },
  roles: [
    ['owner', 'Owner or founder'],
    ['director', 'Management'],
    ['operations', 'Operations'],
    ['sales', 'Sales'],
    ['marketing', 'Marketing'],
    ['other', 'Something else'],
  ],
}

const fr: Phrases = {
  standardTitle: 'Parlons-en',
  standardIntro: 'Dites-nous ce que vous cherchez. Une personne vous lit et vous répond.',
  optional: 'facultatif',
  send: 'Envoyer',
  chooseOne: 'Choisissez',
  otherLanguage: 'English',
  thanks: 'Merci, votre message est bien arrivé.',
  thanksText: 'Quelqu’un de notre équipe l’a sous les yeux et vous répondra.',
  thanksCall: 'Nous vous appellerons au numéro indiqué.',
  again: 'Envoyer un autre message',
  problems: 'Merci de vérifier :',
  missing: 'Merci de remplir ce champ.',
  consentMissing: 'Merci de cocher cette case, sans quoi nous ne pouvons pas prendre votre message.',
  emailWrong: 'Cette adresse e-mail semble incorrecte. Exemple : ana@exemple.fr',
  phoneWrong: 'Ce numéro de téléphone semble incorrect. Exemple : +33 1 23 45 67 89',
  numberWrong: 'Indiquez un nombre, par exemple 25.',
  tooLong: 'Ce texte est trop long, merci de l’abréger.',
  emailOrPhone: 'Indiquez un e-mail ou un téléphone pour que nous puissions vous répondre.',
  tooMany: 'Un instant, s’il vous plaît',
  tooManyText:
    'Plusieurs envois sont venus de votre réseau. Patientez une minute puis réessayez ; rien n’a encore été enregistré.',
  gone: 'Ce formulaire est fermé',
  goneText: 'Il n’existe plus, ou son adresse est mal saisie.',
  notNow: 'L’envoi n’a pas abouti',
  notNowText: 'Votre message n’a pas été enregistré. Votre saisie est conservée : renvoyez-la dans un instant.',
  leaveEmpty: 'Laissez ce champ vide',
  fields: {
    name: 'Votre nom',
    email: 'E-mail',
    phone: 'Téléphone',
    company: 'Entreprise',
    role: 'Votre rôle',
    employees: 'Nombre d’employés',
    country: 'Pays',
    message: 'Comment pouvons-nous vous aider ?',
    wantsCall: 'Je souhaite être rappelé(e)',
    heardFrom: 'Comment nous avez-vous connus ?',
  },
  roles: [
    ['owner', 'Dirigeant ou fondateur'],
    ['director', 'Direction'],
    ['operations', 'Opérations'],
    ['sales', 'Commerce'],
    ['marketing', 'Marketing'],
    ['other', 'Autre'],
  ],
}

export const PHRASES: Record<Language, Phrases> = { en, fr }

/** The reader's language: the one asked for, else the first of theirs we speak, else the company's. */
export function languageOf(asked: unknown, accepted: string | undefined, company: Language): Language {
  if (asked === 'en' || asked === 'fr') return asked
  const wishes = (accepted ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const weight = rest.find((one) => one.trim().startsWith('q='))?.split('=')[1]
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  const best = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  for (const { language } of best) if (language === 'en' || language === 'fr') return language
  return company
}

/** The text in the reader's language when it is one of ours; a text the company wrote itself stays as written. */
export function standardOr(text: string, of: 'standardTitle' | 'standardIntro', language: Language): string {
  return Object.values(PHRASES).some((phrases) => phrases[of] === text) ? PHRASES[language][of] : text
}
