import { NEEDS } from './words.ts'

type Line = { side: 'rep' | 'prospect'; text: string }
export type Talk = { kind: 'discovery' | 'demo' | 'negotiation'; title: string; lines: readonly Line[] }

const rep = (text: string): Line => ({ side: 'rep', text })
const them = (text: string): Line => ({ side: 'prospect', text })

function quoteOf(need: number, language: 'fr' | 'en'): string {
  return NEEDS[need % NEEDS.length]?.quotes[0]?.[language] ?? ''
}

/** What is said in a first talk, a demonstration, a negotiation of the demo company. `competitor` is whom they name. */
export function talksOf(language: 'fr' | 'en', need: number, competitor: string): readonly Talk[] {
  const quote = quoteOf(need, language)
  return language === 'fr' ? french(quote, competitor) : english(quote, competitor)
}

function english(quote: string, competitor: string): readonly Talk[] {
  return [
    {
      kind: 'discovery',
      title: 'First talk',
      lines: [
        rep('Thank you for taking the call. Before I say anything: what made you fill in the form?'),
        them(`Honestly, last Tuesday. ${quote}`),
        them('I have been telling my boss for a year that we lose a day a week in the car.'),
        rep('How does a morning go with you, from the first call on?'),
        them('At seven I look at the plan. At eight two people are ill, and then the telephone begins.'),
        them(
          `We looked at ${competitor}, my colleague liked it, but nobody could tell us who else uses it in our trade.`,
        ),
        rep('What would have to be different in three months for you to say it was worth it?'),
        them('That I know at noon who is where. And that the customer gets a paper with a time on it.'),
        them('And we would have to connect to our ERP, otherwise we type everything twice.'),
        rep('Who else would have to be convinced?'),
        them('My boss, and the two foremen. If the foremen do not want it, it is dead.'),
        rep('Shall we look at it together with them on Thursday?'),
        them('Thursday after four, yes. How long does it take?'),
        rep('Forty minutes, with your own plan if you send it.'),
      ],
    },
    {
      kind: 'demo',
      title: 'Demonstration with the foremen',
      lines: [
        rep('This is your plan of last Tuesday, as you sent it. I move the emergency in, and look what it does.'),
        rep('The four visits that no longer fit are asked again, and each customer gets a message with the new time.'),
        them('And if the man has no network in the cellar?'),
        rep('He has the whole day on the telephone. It goes out when he comes up.'),
        them(`With ${competitor} that was the point where it stopped.`),
        rep('What would you want to see next?'),
        them('The report for the customer. They say we were not there, and I have nothing to show.'),
        rep('Here: time in, time out, the photo and the signature.'),
        them('That is what we need. How much is it for forty people?'),
        rep('I will send it today. What did you expect?'),
        them(
          'Our budget is for next year, to be honest. It should not be too expensive, and I would have to move our data.',
        ),
      ],
    },
    {
      kind: 'negotiation',
      title: 'The offer',
      lines: [
        rep('You have read the offer. Where do you stumble?'),
        them('The price of the first year. My boss puts your paper beside the other one.'),
        them(`${competitor} gave us three months for nothing. I do not want them, but I need something to say.`),
        rep('What does a second visit cost you today?'),
        them('With the car, eighty, ninety euros. And we have one in four.'),
        rep('That is forty visits a month. The first year is paid in spring.'),
        them('If I may write that into my note, I can defend it. And where is the data?'),
        rep('In Frankfurt and Paris, under your contract. I send the paper on data protection with it.'),
        them('Then send me the contract until Friday. I sign when both foremen have seen it.'),
      ],
    },
  ]
}

function french(quote: string, competitor: string): readonly Talk[] {
  return [
    {
      kind: 'discovery',
      title: 'Premier échange',
      lines: [
        rep(
          'Merci de prendre l’appel. Avant de vous parler de nous : qu’est-ce qui vous a fait remplir le formulaire ?',
        ),
        them(`Franchement, mardi dernier. ${quote}`),
        them('Je dis depuis un an à mon patron que nous perdons un jour par semaine dans la voiture.'),
        rep('Comment se passe un matin chez vous, depuis le premier appel ?'),
        them('À sept heures je regarde le planning. À huit heures deux malades, et le téléphone commence.'),
        them(
          `Nous avons regardé ${competitor}, mon collègue aimait bien, mais personne n’a pu nous donner des références.`,
        ),
        rep('Qu’est-ce qui devrait être différent dans trois mois pour que cela en ait valu la peine ?'),
        them('Savoir à midi qui est où. Et que le client reçoive un papier avec une heure dessus.'),
        them('Et il faudrait que cela marche avec notre ERP, sinon nous tapons tout deux fois.'),
        rep('Qui d’autre faudrait-il convaincre ?'),
        them('Mon patron, et les deux chefs d’équipe. S’ils n’en veulent pas, c’est mort.'),
        rep('Nous regardons cela ensemble jeudi ?'),
        them('Jeudi après seize heures, oui. Combien de temps faut-il ?'),
        rep('Quarante minutes, avec votre propre planning si vous me l’envoyez.'),
      ],
    },
    {
      kind: 'demo',
      title: 'Démonstration avec les chefs d’équipe',
      lines: [
        rep('Voici votre planning de mardi. J’y mets l’urgence, et regardez ce que cela fait.'),
        rep('Les quatre visites qui ne tiennent plus sont reposées, et chaque client reçoit la nouvelle heure.'),
        them('Et si le technicien n’a pas de réseau à la cave ?'),
        rep('Il a toute sa journée sur le téléphone. Cela part quand il remonte.'),
        them(`Avec ${competitor}, c’est là que cela s’arrêtait.`),
        rep('Que voulez-vous voir ensuite ?'),
        them('Le rapport pour le client. Il dit que nous ne sommes pas venus, et je n’ai rien à lui montrer.'),
        rep('Le voilà : arrivée, départ, la photo et la signature.'),
        them('C’est ce qu’il nous faut. Quel prix pour quarante personnes ?'),
        rep('Je vous l’envoie aujourd’hui. À quoi vous attendiez-vous ?'),
        them(
          'Notre budget est pour l’an prochain. Il ne faudrait pas que ce soit trop cher, et il faut reprendre nos données.',
        ),
      ],
    },
    {
      kind: 'negotiation',
      title: 'L’offre',
      lines: [
        rep('Vous avez lu l’offre. Où est-ce que cela coince ?'),
        them('Le prix de la première année. Mon patron met votre papier à côté de l’autre.'),
        them(`${competitor} nous offre trois mois. Je n’en veux pas, mais il me faut quelque chose à répondre.`),
        rep('Combien vous coûte une deuxième visite aujourd’hui ?'),
        them('Avec la voiture, quatre-vingts, quatre-vingt-dix euros. Et c’est une sur quatre.'),
        rep('Cela fait quarante visites par mois. La première année est payée au printemps.'),
        them('Si je peux l’écrire dans ma note, je peux le défendre. Et où sont les données ?'),
        rep('À Paris et à Francfort, par contrat. Je joins le papier sur le RGPD.'),
        them('Alors envoyez-moi le contrat pour vendredi. Je signe quand les deux chefs l’ont vu.'),
      ],
    },
  ]
}
