import type { Language } from '../forms/phrases.ts'

type Phrases = {
  title: string
  one: (purpose: string, company: string) => string
  several: (company: string) => string
  about: (address: string) => string
  button: string
  chooseOne: string
  done: string
  doneText: (purposes: string) => string
  already: string
  alreadyText: (purpose: string) => string
  nobody: string
  nobodyText: string
  broken: string
  brokenText: string
  notNow: string
  notNowText: string
}

const en: Phrases = {
  title: 'Unsubscribe',
  one: (purpose, company) =>
    `You will no longer be contacted${company === '' ? '' : ` by ${company}`} for: ${purpose}.`,
  several: (company) => `Tick what you no longer want${company === '' ? '' : ` from ${company}`}.`,
  about: (address) => `This concerns ${address}.`,
  button: 'Unsubscribe',
  chooseOne: 'Please tick at least one.',
  done: 'You are unsubscribed.',
  doneText: (purposes) => `We have noted that you no longer want: ${purposes}.`,
  already: 'You are already unsubscribed.',
  alreadyText: (purpose) => `You no longer receive: ${purpose}. There is nothing more to do.`,
  nobody: 'There is nothing to unsubscribe from.',
  nobodyText: 'We hold no address for this link any more.',
  broken: 'This link does not work',
  brokenText:
    'It may have been cut. Please copy the whole address from the message, or answer the message and tell us.',
  notNow: 'This did not work just now',
  notNowText: 'Nothing was changed. Please try again in a moment.',
}

const fr: Phrases = {
  title: 'Se désabonner',
  one: (purpose, company) =>
    `Vous ne serez plus sollicité(e)${company === '' ? '' : ` par ${company}`} pour : ${purpose}.`,
  several: (company) => `Cochez ce que vous ne voulez plus recevoir${company === '' ? '' : ` de ${company}`}.`,
  about: (address) => `Adresse concernée : ${address}.`,
  button: 'Me désabonner',
  chooseOne: 'Merci de cocher au moins une case.',
  done: 'Vous êtes désabonné(e).',
  doneText: (purposes) => `C’est noté, vous ne voulez plus : ${purposes}.`,
  already: 'Vous êtes déjà désabonné(e).',
  alreadyText: (purpose) => `Vous ne recevez plus : ${purpose}. Il n’y a rien d’autre à faire.`,
  nobody: 'Il n’y a rien à désabonner.',
  nobodyText: 'Nous n’avons plus d’adresse pour ce lien.',
  broken: 'Ce lien ne fonctionne pas',
  brokenText: 'Il a peut-être été coupé. Copiez l’adresse entière depuis le message, ou répondez-y pour nous le dire.',
  notNow: 'Cela n’a pas abouti',
  notNowText: 'Rien n’a changé. Merci de réessayer dans un instant.',
}

export const UNSUBSCRIBE: Record<Language, Phrases> = { en, fr }
