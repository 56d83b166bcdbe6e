import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { Content } from '../messages/queries.ts'
import { demoId } from './needs-of-demo.ts'

export const ROOF = 'Relais plans the day of people who repair things at other people’s places, so that it holds.'

const PILLARS = ['Right the first time', 'A day that holds', 'Proof and cash'] as const
type PillarName = (typeof PILLARS)[number]

export const DEMO_PILLARS = PILLARS.map((name) => ({ id: demoId(`pillar ${name}`), name }))

type Proof = Content['proofs'][number]
export type DemoMessage = { id: string; content: Omit<Content, 'ownerId'>; isApproved: boolean }

/** What the demo company says. Some of it lacks something: a house nobody finished is what one meets. */
export function messagesOfDemo(endsAt: number): DemoMessage[] {
  const day = (ago: number) => new Date(endsAt - ago * dayMs).toISOString().slice(0, 10)
  const proof = (type: Proof['type'], text: string, source: string, ago: number, holdsDays: number): Proof => ({
    type,
    text,
    source,
    on: day(ago),
    expiresOn: day(ago - holdsDays),
  })
  const made: DemoMessage[] = []
  const say = (
    pillar: PillarName,
    message: string,
    more: Partial<Omit<Content, 'message' | 'pillarId'>> = {},
    isApproved = true,
  ): void => {
    const content = {
      persona: null,
      stage: null,
      language: 'en',
      topic: null,
      driver: null,
      proofs: [],
      objections: [],
    }
    made.push({
      id: demoId(`message ${message}`),
      content: { ...content, ...more, pillarId: demoId(`pillar ${pillar}`), message },
      isApproved,
    })
  }
  const pilot = proof(
    'test',
    '11 firms, 4,200 visits: second visits fell from 24 % to 15 %',
    'Pilot of spring',
    190,
    540,
  )
  const pilotFr = {
    ...pilot,
    text: '11 entreprises, 4 200 visites : les deuxièmes passages sont tombés de 24 % à 15 %',
    source: 'Pilote du printemps',
  }
  const board = proof('case', 'Two dispatchers plan 38 technicians before eight', 'Case: Froid du Rhône', 120, 720)
  const boardFr = {
    ...board,
    text: 'Deux planificateurs placent 38 techniciens avant huit heures',
    source: 'Cas : Froid du Rhône',
  }

  say('Right the first time', 'One visit in four goes back, and nobody pays for the second. Yours need not.', {
    topic: 'second-visits',
    driver: 'relief',
    proofs: [pilot],
    objections: [
      {
        says: 'Our men know their parts.',
        answer: 'So did theirs. The part was on another van, and Relais says on which.',
      },
    ],
  })
  say(
    'Right the first time',
    'Une visite sur quatre se refait, et personne ne paie la deuxième. La vôtre peut suffire.',
    {
      language: 'fr',
      topic: 'second-visits',
      driver: 'soulagement',
      proofs: [pilotFr],
      objections: [
        {
          says: 'Nos gars connaissent leurs pièces.',
          answer: 'Les leurs aussi. La pièce était dans une autre camionnette, et Relais dit laquelle.',
        },
      ],
    },
  )
  say('Right the first time', 'Be the director whose technicians are sent home early because they were done.', {
    persona: 'director',
    stage: 'contacted',
    topic: 'second-visits',
    driver: 'pride',
  })
  say('Right the first time', 'Every part, on every van, counted each night.', {
    stage: 'opportunity',
    proofs: [proof('demo', 'Ten minutes on a telephone, with their own stock list', 'Demonstration script', 60, 365)],
  })
  say('A day that holds', 'By nine your plan is wrong. Ours knows, and has the next one ready.', {
    topic: 'stable-plan',
    driver: 'relief',
    proofs: [board],
    objections: [
      {
        says: 'We have a spreadsheet.',
        answer: 'It does not ring when somebody is late. May I show you nine o’clock?',
      },
    ],
  })
  say('A day that holds', 'À neuf heures votre planning est faux. Le nôtre le sait, et le suivant est prêt.', {
    language: 'fr',
    topic: 'stable-plan',
    driver: 'soulagement',
    proofs: [boardFr],
    objections: [
      {
        says: 'Nous avons un tableur.',
        answer: 'Il ne sonne pas quand quelqu’un est en retard. Je vous montre neuf heures ?',
      },
    ],
  })
  say('A day that holds', 'The nearest one with the right key, in one look instead of six calls.', {
    persona: 'operations',
    topic: 'whereabouts',
    driver: 'relief',
    proofs: [proof('data', '6.3 calls a disturbance before, 1.4 after', 'Usage of 41 firms', 80, 365)],
  })
  say('A day that holds', 'Le plus proche avec la bonne clé, d’un coup d’œil au lieu de six appels.', {
    language: 'fr',
    persona: 'operations',
    topic: 'whereabouts',
    driver: 'soulagement',
    proofs: [proof('data', '6,3 appels par dépannage avant, 1,4 après', 'Usage de 41 entreprises', 80, 365)],
  })
  say('A day that holds', 'L’astreinte tournée par tournée, la même règle pour tous, et plus de dispute du lundi.', {
    language: 'fr',
    topic: 'on-call',
    driver: 'appartenance',
    proofs: [proof('case', 'Zéro échange d’astreinte contesté en un an', 'Cas : Ascenseurs Maurel', 500, 365)],
  })
  say(
    'A day that holds',
    'On call by one rule for everybody, and no quarrel on Monday.',
    { topic: 'on-call', driver: 'belonging' },
    false,
  )
  say('Proof and cash', 'Your customer sees when you came, what you did, and signs on the glass.', {
    topic: 'visit-proof',
    driver: 'relief',
    proofs: [proof('data', 'Disputed visits fell by two thirds in 90 days', 'Usage of 23 firms', 45, 365)],
  })
  say('Proof and cash', 'Votre client voit quand vous êtes venus, ce que vous avez fait, et signe sur l’écran.', {
    language: 'fr',
    topic: 'visit-proof',
    driver: 'soulagement',
    proofs: [
      proof('data', 'Deux tiers de visites contestées en moins en 90 jours', 'Usage de 23 entreprises', 45, 365),
    ],
  })
  say('Proof and cash', 'Facturé dans la semaine : la trésorerie d’un mois revient dans la maison.', {
    language: 'fr',
    persona: 'finance',
    topic: 'invoices',
    driver: 'sérénité',
    proofs: [proof('certification', 'Factures électroniques conformes', 'Attestation de l’expert-comptable', 30, 365)],
  })
  say('Proof and cash', 'Invoiced the same week: a month of cash comes back into the house.', {
    persona: 'finance',
    topic: 'invoices',
    driver: 'relief',
    proofs: [proof('case', 'From 31 days to 6 between visit and invoice', 'Case: Nordlift', 70, 365)],
  })
  return made
}
