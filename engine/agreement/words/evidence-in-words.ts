import type { Asked } from '../../pipeline/evidence.ts'
import type { Language } from './grammar.ts'

/** What is asked, as a thing one can name; what to do when it is not there. */
const WORDS: Readonly<Record<Language, Readonly<Record<Exclude<Asked, 'condition'>, { says: string; mend: string }>>>> =
  {
    en: {
      need: { says: 'a need they stated', mend: 'Write down what they said they need.' },
      amount: { says: 'an amount', mend: 'Enter what it is worth, with its currency.' },
      'next step': { says: 'a next step', mend: 'Say what happens next, and when.' },
      'close date': { says: 'a close date', mend: 'Enter the day you expect them to decide.' },
      'decision maker': { says: 'the decision maker', mend: 'Add the person who decides, with that role.' },
      'competitor asked': {
        says: 'whom else they look at',
        mend: 'Ask whom else they look at; if nobody, say that there is none.',
      },
      'meeting held': { says: 'a meeting that was held', mend: 'Record the meeting you held.' },
      'offer sent': { says: 'an offer that was sent', mend: 'Add the offer, or say that it was sent.' },
      contract: {
        says: 'the signed contract',
        mend: 'Add the signed contract as a PDF, with its date and who signed it.',
      },
      payment: { says: 'the payment received', mend: 'Record the payment with its amount and reference.' },
    },
    fr: {
      need: { says: 'un besoin exprimé', mend: 'Notez ce dont ils ont dit avoir besoin.' },
      amount: { says: 'un montant', mend: 'Indiquez ce que l’affaire vaut, avec sa devise.' },
      'next step': { says: 'une prochaine étape', mend: 'Dites ce qui vient ensuite, et quand.' },
      'close date': { says: 'une date de clôture', mend: 'Indiquez le jour où vous attendez leur décision.' },
      'decision maker': { says: 'le décideur', mend: 'Ajoutez la personne qui décide, avec ce rôle.' },
      'competitor asked': {
        says: 'les concurrents consultés',
        mend: 'Demandez qui d’autre ils consultent ; si personne, dites-le.',
      },
      'meeting held': { says: 'un rendez-vous tenu', mend: 'Enregistrez le rendez-vous que vous avez tenu.' },
      'offer sent': { says: 'une offre envoyée', mend: 'Ajoutez l’offre, ou dites qu’elle est envoyée.' },
      contract: {
        says: 'le contrat signé',
        mend: 'Ajoutez le contrat signé en PDF, avec sa date et ses signataires.',
      },
      payment: { says: 'le paiement reçu', mend: 'Enregistrez le paiement avec son montant et sa référence.' },
    },
  }

/** What is asked of a deal, in a language. A condition is said by its own sentence. */
export function evidenceInWords(
  asked: Exclude<Asked, 'condition'>,
  language: Language,
): { says: string; mend: string } {
  return WORDS[language][asked]
}
