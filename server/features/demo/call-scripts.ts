/** What the sellers of the demo company say on the phone. */
export const OPENINGS = [
  {
    name: 'After the trade fair',
    language: 'en',
    opening:
      'Hello {{name}}, this is the team you met at the fair. You asked how others in your place save the hours between order and delivery. Do you have two minutes now, or shall I call at a better time?',
    questions: [
      'How do orders reach your warehouse today?',
      'Where does a day get lost between the two?',
      'Who feels it first when something goes wrong?',
      'What would have to be true for you to change it this year?',
    ],
    driver:
      'Nobody likes to call a customer with bad news. The wish is to know on Monday what can go wrong on Thursday, and to be the one who says so first.',
    proof:
      'A wholesaler with 80 people found 11 of 12 late deliveries two days before, in the first month. The month is on trial, and ends by itself.',
    objections: [
      {
        says: 'We have a system for that',
        answer: 'Most who work with us do. What does it tell you before something is late?',
      },
      { says: 'Send me something by mail', answer: 'Gladly. What should be in it, so that it is worth your minute?' },
      {
        says: 'No budget',
        answer: 'When is it decided? Then I call once before, and not again until then.',
      },
    ],
  },
  {
    name: 'Après un téléchargement',
    language: 'fr',
    opening:
      'Bonjour {{nom}}, vous avez lu notre guide sur les délais. Je vous appelle pour une seule question, puis je vous laisse : qu’est-ce qui vous a amené à le lire maintenant ?',
    questions: [
      'Combien de commandes passent par vos mains en une semaine ?',
      'Que se passe-t-il quand l’une d’elles est en retard ?',
      'Qui d’autre décide chez vous ?',
    ],
    driver: 'Dormir sans se demander ce qui arrivera demain matin au quai.',
    proof:
      'Trois clients de votre taille ont divisé leurs retards par deux en huit semaines ; l’un d’eux vous le dira lui-même.',
    objections: [
      { says: 'Pas le temps', answer: 'Je comprends. Jeudi à onze heures ou lundi à neuf heures ?' },
      { says: 'On verra l’an prochain', answer: 'Qu’est-ce qui sera différent alors ?' },
    ],
  },
] as const
