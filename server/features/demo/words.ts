import type { Dice } from './dice.ts'

type Need = { need: string; quotes: { fr: string; en: string }[] }

/** What the people who dispatch technicians ask for, in the words they use. */
export const NEEDS: readonly Need[] = [
  {
    need: 'fewer second visits',
    quotes: [
      {
        fr: 'On y retourne une fois sur quatre, et personne ne paie la deuxième.',
        en: 'One visit in four we go back, and nobody pays for the second.',
      },
      { fr: 'Le technicien arrive et la pièce n’est pas la bonne.', en: 'The man is there and the part is not.' },
    ],
  },
  {
    need: 'a plan that survives the morning',
    quotes: [
      { fr: 'À neuf heures le planning est déjà faux.', en: 'By nine the plan is wrong already.' },
      {
        fr: 'Une panne de plus et tout le tableau est à refaire.',
        en: 'One more breakdown and the whole board is to be redone.',
      },
    ],
  },
  {
    need: 'know where everyone is',
    quotes: [
      {
        fr: 'Je téléphone à six personnes pour savoir qui est le plus près.',
        en: 'I ring six people to find out who is nearest.',
      },
    ],
  },
  {
    need: 'proof for the customer',
    quotes: [
      {
        fr: 'Le client dit que nous ne sommes pas venus. Je n’ai rien à lui montrer.',
        en: 'The customer says we never came. I have nothing to show.',
      },
    ],
  },
  {
    need: 'invoices the same week',
    quotes: [
      {
        fr: 'Entre la visite et la facture il se passe un mois.',
        en: 'There is a month between the visit and the invoice.',
      },
    ],
  },
  {
    need: 'on-call without quarrels',
    quotes: [
      { fr: 'Les astreintes, c’est la dispute de chaque lundi.', en: 'On call is Monday’s quarrel, every Monday.' },
    ],
  },
  {
    need: 'newcomers productive sooner',
    quotes: [
      {
        fr: 'Il faut six mois à un nouveau pour connaître les sites.',
        en: 'It takes a new man six months to know the sites.',
      },
    ],
  },
]

export const FEEDBACK = {
  good: {
    fr: [
      'Savait ce qu’elle voulait, a cité le guide.',
      'Bon profil, décideur, pressé.',
      'La page du calculateur les prépare bien.',
    ],
    en: [
      'Knew what they wanted, quoted the guide.',
      'Right profile, decides, in a hurry.',
      'Had read the pricing page, no surprise.',
    ],
  },
  bad: {
    fr: [
      'Voulait seulement le livre blanc.',
      'Étudiant, rien à acheter.',
      'Trois personnes dans l’entreprise : trop petit pour nous.',
      'N’avait jamais rempli de formulaire.',
    ],
    en: [
      'Only wanted the white paper.',
      'A student, nothing to buy.',
      'Three people in the whole firm: too small for us.',
      'Said they never filled in a form.',
    ],
  },
} as const

/** What marketing says to that. */
export const ANSWERS = {
  good: {
    fr: [
      'Merci, nous en referons.',
      'Bien noté : le budget y reste un mois de plus.',
      'Je transmets à celle qui l’a écrit.',
    ],
    en: [
      'Thank you, there will be more of it.',
      'Noted: the budget stays there another month.',
      'Passed on to whoever wrote it.',
    ],
  },
  bad: {
    fr: [
      'Nous retirons cette audience dès lundi.',
      'Le formulaire demandera la taille de l’entreprise.',
      'Le livre blanc seul ne suffira plus : parlons de la clause jeudi.',
    ],
    en: [
      'That audience goes on Monday.',
      'The form will ask for the size of the firm.',
      'The white paper alone will no longer do: let us talk about the clause on Thursday.',
    ],
  },
} as const

export const NOTES = {
  fr: [
    'Rappeler après le chantier de Metz.',
    'Demande une démonstration sur téléphone.',
    'Compare avec un tableur et deux logiciels.',
    'Le directeur technique veut voir les astreintes.',
  ],
  en: [
    'Ring again after the big site is done.',
    'Wants to see it on a phone.',
    'Compares with a spreadsheet and two products.',
    'The technical director wants to see on-call.',
  ],
} as const

export const NEXT_STEPS = [
  'Démonstration',
  'Send the offer',
  'Call with the technical director',
  'Relance',
  'Trial with two teams',
  'Contract to legal',
  'Visite sur site',
] as const

/** Names that nobody trades under, as far as we know. */
export const COMPETITORS = ['Planivore', 'Tourneo-Plan', 'Boardly Field', 'a spreadsheet'] as const

export const LOST_REASONS = [
  'price',
  'no decision',
  'chose a competitor',
  'bad timing',
  'a function is missing',
  'the sponsor left',
  'slow response',
] as const
export const LOST_WEIGHTS = [24, 30, 17, 11, 9, 4, 5] as const
/** What buyers name when they are asked. */
export const BUYER_REASONS = [
  'a function is missing',
  'slow response',
  'trust',
  'price',
  'bad timing',
  'no decision',
] as const
export const BUYER_WEIGHTS = [28, 22, 18, 12, 10, 10] as const

export const PRODUCTS = [
  { name: 'Planning seat, a year', unitCents: 24_000 },
  { name: 'Days on site', unitCents: 90_000 },
  { name: 'Interface to the accounts', unitCents: 150_000 },
] as const

export function sayNeed(dice: Dice, language: 'fr' | 'en'): { need: string; quote: string } {
  const { need, quotes } = dice.pick(NEEDS, [26, 22, 14, 12, 10, 8, 8])
  return { need, quote: dice.pick(quotes)[language] }
}
