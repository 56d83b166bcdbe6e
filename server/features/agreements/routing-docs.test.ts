import { readFile } from 'node:fs/promises'
import { clausesOf } from '@ensemble/engine/agreement/clauses-of.ts'
import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import { expect, it } from 'vitest'
import { defaultDocument } from './default-document.ts'

it('the routing that docs/agreement-language.md shows is one that can be agreed, and is told in both languages', async () => {
  const docs = await readFile(new URL('../../../docs/agreement-language.md', import.meta.url), 'utf8')
  const [, example = ''] = /## Routing[^\n]*\n\n```yaml\n([\s\S]*?)```/.exec(docs) ?? []
  const text = (await defaultDocument()).replace(/\nrouting:[\s\S]*?\nnobody_free:[^\n]*\n/, `\n${example}\n`)
  const compiled = compileAgreement(text, 1)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  const told = (['en', 'fr'] as const).flatMap((language) =>
    clausesOf(compiled.agreement, language)
      .filter((each) => each.section === 'routing')
      .map((each) => `${each.clause}: ${each.sentence}`),
  )
  expect(told).toMatchInlineSnapshot(`
    [
      "named_accounts.Strategic: The named accounts “Strategic” are big.example and Globex Corporation; their pool is “Key accounts”.",
      "territories.Iberia: The territory “Iberia” is Portugal and Spain; its pool is “Lisbon”.",
      "territories.Brittany: The territory “Brittany” is Bretagne (France) and the postcodes 35… (France); its pool is “Rennes”.",
      "R1: When the owner of the company is there, the lead goes to whoever owns the company, when they are there.",
      "R2: Every other lead goes to the pool of the list that names its company, where one does; when nobody is free, the next clause decides.",
      "R3: Every other lead goes to the pool of its territory, where it lies in one.",
      "R4: Otherwise, when the company has more than 500 employees, the lead goes to the pool “Key accounts”, to somebody who has the skill “enterprise”; when nobody is free, the next clause decides.",
      "R5: Every other lead goes to the pool “Everyone”, to somebody who speaks their language.",
      "pools.Key accounts: The pool “Key accounts” is ana@x.example and rui@x.example, of whom the first who is free is next, in this order; whoever is away is passed over.",
      "pools.Lisbon: The pool “Lisbon” is the team “Lisbon”, who take turns by share (bia@x.example with a share of 0.5 and everybody else with 1), each with at most 8 a day and 30 a week, together with at most 40 a day; whoever is away is passed over. A lead rejected for “misrouted”, “incomplete” and “duplicate” gives its turn, and its place in the limits, back. When nobody of it is free, the pool “Everyone” takes the lead, and the manager is told.",
      "pools.Rennes: The pool “Rennes” is the team “Rennes”, of whom the least loaded is next; whoever is away is passed over. Nobody is given a lead outside their own working time: with nobody at work, the lead waits.",
      "pools.Everyone: The pool “Everyone” is the team “Sales”, who take turns; whoever is away is passed over. It takes leads Monday to Friday, 08:00 to 20:00; at other times the lead waits.",
      "nobody_free: When nobody is free, the lead is kept for 1 working hour; then the manager is told, and somebody is looked for again.",
      "named_accounts.Strategic: Les comptes nommés « Strategic » sont big.example et Globex Corporation ; leur groupe est « Key accounts ».",
      "territories.Iberia: Le territoire « Iberia », c’est Portugal et Espagne ; son groupe est « Lisbon ».",
      "territories.Brittany: Le territoire « Brittany », c’est Bretagne (France) et les codes postaux 35… (France) ; son groupe est « Rennes ».",
      "R1: Quand la personne qui suit l’entreprise est là, le prospect est confié à la personne qui suit l’entreprise, si elle est là.",
      "R2: Tout autre prospect est confié au groupe de la liste qui nomme son entreprise, s’il y en a une ; si personne n’est disponible, la clause suivante décide.",
      "R3: Tout autre prospect est confié au groupe de son territoire, s’il en a un.",
      "R4: Sinon, quand l’entreprise compte plus de 500 salariés, le prospect est confié au groupe « Key accounts », à quelqu’un qui a la compétence « enterprise » ; si personne n’est disponible, la clause suivante décide.",
      "R5: Tout autre prospect est confié au groupe « Everyone », à quelqu’un qui parle sa langue.",
      "pools.Key accounts: Le groupe « Key accounts », c’est ana@x.example et rui@x.example, dans cet ordre : la première personne disponible ; on passe les absents.",
      "pools.Lisbon: Le groupe « Lisbon », c’est l’équipe « Lisbon », à tour de rôle selon les parts (bia@x.example pour une part de 0,5 et les autres pour 1), au plus 8 par jour et 30 par semaine et par personne, au plus 40 par jour à tous ensemble ; on passe les absents. Un prospect refusé pour « misrouted », « incomplete » et « duplicate » rend son tour, et sa place dans les limites. Quand personne n’y est disponible, le groupe « Everyone » prend le prospect, et le responsable est prévenu.",
      "pools.Rennes: Le groupe « Rennes », c’est l’équipe « Rennes », en commençant par la personne la moins chargée ; on passe les absents. Personne ne reçoit de prospect hors de ses propres heures : si personne n’est au travail, le prospect attend.",
      "pools.Everyone: Le groupe « Everyone », c’est l’équipe « Sales », à tour de rôle ; on passe les absents. Il prend des prospects du lundi au vendredi de 08:00 à 20:00 ; à d’autres heures, le prospect attend.",
      "nobody_free: Quand personne n’est disponible, le prospect est gardé 1 heure ouvrée ; puis le responsable est prévenu, et l’on cherche de nouveau quelqu’un.",
    ]
  `)
})
