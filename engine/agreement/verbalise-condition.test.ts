import { describe, expect, it } from 'vitest'
import { changesNeeded } from '../cel/changes-needed.ts'
import { explainExpression } from '../cel/explain-expression.ts'
import { parseExpression } from '../cel/parse-expression.ts'
import { isFactKind } from '../facts/kinds.ts'
import { changesNeededInWords } from './changes-needed-in-words.ts'
import { verbaliseCondition } from './verbalise-condition.ts'
import { grammarOf } from './words/grammar-of.ts'
import { narrowedFact } from './words/narrowed-fact.ts'

function parse(source: string) {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.problems[0]?.message}`)
  return parsed.ast
}

const conditions: [source: string, english: string, french: string][] = [
  ['account.employees >= 50', 'the company has at least 50 employees', 'l’entreprise compte au moins 50 salariés'],
  ['50 > account.employees', 'the company has fewer than 50 employees', 'l’entreprise compte moins de 50 salariés'],
  [
    '!(account.employees >= 1000)',
    'the company has fewer than 1,000 employees',
    'l’entreprise compte moins de 1 000 salariés',
  ],
  [
    'account.revenue_cents > 100000000',
    'the company’s revenue is more than 1,000,000',
    'le chiffre d’affaires de l’entreprise est de plus de 1 000 000',
  ],
  [
    'person.role in ["owner", "director", "head of sales"]',
    'their role is owner, director or head of sales',
    'sa fonction est owner, director ou head of sales',
  ],
  [
    '!(person.role in ["owner", "director"])',
    'their role is neither owner nor director',
    'sa fonction n’est ni owner, ni director',
  ],
  ['person.country in ["BR", "PT"]', 'their country is Brazil or Portugal', 'son pays est Brésil ou Portugal'],
  ['person.language == "fr"', 'their language is French', 'sa langue est français'],
  ['person.asked_for_a_call', 'they asked for a call', 'il a demandé à être appelé'],
  ['!person.asked_for_a_call', 'they did not ask for a call', 'il n’a pas demandé à être appelé'],
  ['person.asked_for_a_call == false', 'they did not ask for a call', 'il n’a pas demandé à être appelé'],
  ['grade in ["A1", "A2"]', 'their grade is A1 or A2', 'sa note est A1 ou A2'],
  ['grade != "D4"', 'their grade is not D4', 'sa note n’est pas D4'],
  ['account.domain != ""', 'the company’s web address is known', 'le site de l’entreprise est connu'],
  ['has(person.email)', 'their e-mail address is known', 'son adresse e-mail est connue'],
  ['!has(person.email)', 'their e-mail address is not known', 'son adresse e-mail n’est pas connue'],
  ['lead.channel == null', 'the channel they came through is not known', 'son canal d’arrivée n’est pas connu'],
  [
    'person.title.lowerAscii().contains("chief")',
    'their job title contains “chief”',
    'l’intitulé de son poste contient « chief »',
  ],
  [
    '!person.email_domain.endsWith(".gov")',
    'the domain of their e-mail address does not end with “.gov”',
    'le domaine de son adresse e-mail ne se termine pas par « .gov »',
  ],
  ['traits.plan == "pro+"', '“plan” is “pro+”', '« plan » est « pro+ »'],
  [
    'fit >= 40.5 && engagement < 10',
    'their fit is at least 40.5 and their interest is less than 10',
    'son profil est d’au moins 40,5 et son intérêt est de moins de 10',
  ],
  [
    'person.has_phone && (fit > 3 || engagement > 4)',
    'their telephone number is known and either their fit is more than 3 or their interest is more than 4',
    'son numéro de téléphone est connu et soit son profil est de plus de 3, soit son intérêt est de plus de 4',
  ],
  [
    '!(fit > 3 || engagement > 4)',
    'their fit is at most 3 and their interest is at most 4',
    'son profil est d’au plus 3 et son intérêt est d’au plus 4',
  ],
  ['fit + engagement > 90', '`fit + engagement > 90` holds', 'la condition `fit + engagement > 90` est remplie'],
  [
    '!(fit * 2 > 90) && person.has_phone',
    '`fit * 2 > 90` does not hold and their telephone number is known',
    'la condition `fit * 2 > 90` n’est pas remplie et son numéro de téléphone est connu',
  ],
]

describe('a condition in words', () => {
  it.each(conditions)('%s', (source, english, french) => {
    const ast = parse(source)
    expect(verbaliseCondition(ast, grammarOf('en')).says).toBe(english)
    expect(verbaliseCondition(ast, grammarOf('fr')).says).toBe(french)
  })
})

const facts: [kind: string, when: string, english: string, french: string][] = [
  ['page.viewed', 'page.path.startsWith("/pricing")', 'reads a page under /pricing', 'lit une page sous /pricing'],
  ['page.viewed', 'page.path == "/demo"', 'reads the page /demo', 'lit la page /demo'],
  ['form.submitted', 'form.name == "price list"', 'sends the form “price list”', 'envoie le formulaire « price list »'],
  ['form.submitted', 'form.name in ["a", "b"]', 'sends the form “a” or “b”', 'envoie le formulaire « a » ou « b »'],
  [
    'form.submitted',
    'form.wants_call && form.name == "a"',
    'sends the form “a” / they ask for a call in it',
    'envoie le formulaire « a » / il y demande à être appelé',
  ],
  [
    'letter.answered',
    'person.has_phone',
    'answers a letter / their telephone number is known',
    'répond à un courrier / son numéro de téléphone est connu',
  ],
]

describe('a fact in words, narrowed by its condition', () => {
  it.each(facts)('%s when %s', (kind, when, english, french) => {
    if (!isFactKind(kind)) throw new Error(kind)
    const say = (language: 'en' | 'fr') => {
      const { does, provided } = narrowedFact(kind, parse(when), grammarOf(language))
      return provided === null ? does : `${does} / ${provided}`
    }
    expect([say('en'), say('fr')]).toEqual([english, french])
  })
})

const changes: [source: string, context: Record<string, unknown>, english: string | null, french: string | null][] = [
  ['grade in ["A1", "A2"]', { grade: 'A1' }, null, null],
  [
    'grade in ["A1", "A2"]',
    { grade: 'C2' },
    'their grade would have to be A1 or A2; it is C2',
    'sa note devrait être A1 ou A2 ; elle est C2',
  ],
  [
    'account.employees >= 50',
    { account: { employees: 12 } },
    'the company would have to have at least 50 employees; it has 12',
    'l’entreprise devrait compter au moins 50 salariés ; actuellement 12',
  ],
  [
    'account.employees >= 50',
    { account: {} },
    'the company would have to have at least 50 employees; it is not known',
    'l’entreprise devrait compter au moins 50 salariés ; valeur inconnue',
  ],
  [
    'person.asked_for_a_call',
    { person: { asked_for_a_call: false } },
    'they would have to ask for a call',
    'il devrait demander à être appelé',
  ],
  [
    '!(grade == "D4")',
    { grade: 'D4' },
    'their grade would have to be other than D4; it is D4',
    'sa note devrait être autre que D4 ; elle est D4',
  ],
  [
    'fit > 40 || engagement > 10',
    { fit: 3, engagement: 4 },
    'their fit would have to be more than 40 (it is 3) or their interest would have to be more than 10 (it is 4)',
    'son profil devrait être de plus de 40 (il est 3) ou son intérêt devrait être de plus de 10 (il est 4)',
  ],
]

describe('what would have to be different', () => {
  it.each(changes)('%s given %j', (source, context, english, french) => {
    const change = changesNeeded(explainExpression(parse(source), context))
    expect(changesNeededInWords(change, 'en')).toBe(english)
    expect(changesNeededInWords(change, 'fr')).toBe(french)
  })
})
