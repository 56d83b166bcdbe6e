import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type ClauseSentence, clausesOf, SECTIONS } from '@ensemble/engine/agreement/clauses-of.ts'
import { type Compilation, compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { silentDefaults } from '@ensemble/engine/agreement/silent-defaults.ts'
import { openContext } from '../compose.ts'
import { agreementSchema } from '../features/agreements/agreement-schema.ts'
import { locateClauses } from '../features/agreements/locate-clauses.ts'
import { summaryOf } from '../features/agreements/summary-of.ts'
import { readVersions, versionInForce } from '../features/agreements/versions.ts'
import { compileHere } from '../features/models/compile-here.ts'
import { namesModels } from '../features/models/stored-models.ts'

export const summary = 'Checks an agreement, shows a version of it, prints its schema'

export const help = `
Usage: ensemble agreement check FILE [--json] [--language en|fr]
       ensemble agreement show [--version N] [--json] [--language en|fr]
       ensemble agreement schema

check    says what is wrong with a document, each problem with line, clause and remedy; or reads it out clause by clause,
         and last what it leaves unsaid with what then holds. Needs no database, but for a document with learned scores.
show     reads out the version in force, or another, with its signatures.
schema   prints the JSON Schema of the document, for editors.

Options:
  --version N        the version to show; without it, the one in force
  --language en|fr   the language of the sentences; en without it
  --json             print one JSON object

Exit code: 0 when the document can be signed or the version is there, 1 when not, 2 on bad usage.
`

const options = {
  version: { type: 'string' },
  language: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
} as const

type Language = 'en' | 'fr'
type Asked = { language: Language; isJson: boolean }

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [verb, file, ...more] = positionals
  const { language } = values
  if (language !== 'en' && language !== 'fr') return fail(2, `--language is en or fr, not "${language}".`)
  const asked = { language, isJson: values.json } as const
  if (verb === 'check' && file !== undefined && more.length === 0) return check(file, asked)
  if (verb === 'show' && file === undefined) return showVersion(values.version, asked)
  if (verb === 'schema' && file === undefined) {
    console.log(JSON.stringify(agreementSchema(), null, 2))
    return 0
  }
  return fail(
    2,
    `${verb === 'check' ? 'name one file to check' : 'say check, show or schema'}.\nSee \`ensemble agreement --help\`.`,
  )
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}

async function check(file: string, { language, isJson }: Asked): Promise<number> {
  const document = await readText(file)
  if (document === null) return fail(2, `${file} cannot be read: give the path of an agreement in YAML.`)
  const compiled = namesModels(document) ? await withModels(document) : compileAgreement(document, 0)
  if (!compiled.ok) {
    const { problems } = compiled
    if (isJson) console.log(JSON.stringify({ isValid: false, problems, clauses: [], silent: [] }, null, 2))
    else {
      for (const { line, column, clause, path, what, mend } of problems)
        console.error(`${file}:${line}:${column}: ${clause ?? (path || 'document')}: ${what} ${mend}`)
    }
    return 1
  }
  const { agreement } = compiled
  const clauses = locateClauses(document, clausesOf(agreement, language))
  const silent = silentDefaults(agreement, language)
  if (isJson) console.log(JSON.stringify({ isValid: true, problems: [], clauses, silent }, null, 2))
  else readOut(agreement, language)
  return 0
}

/** Learned scores are kept in the database. */
async function withModels(document: string): Promise<Compilation> {
  const { ctx, close } = await openContext()
  try {
    return await compileHere(ctx.db, document, 0)
  } finally {
    await close()
  }
}

function readOut(agreement: CompiledAgreement, language: Language): void {
  const clauses = clausesOf(agreement, language)
  const because = language === 'fr' ? 'Pourquoi : ' : 'Because '
  console.log(agreement.document.title)
  for (const section of SECTIONS) {
    const here = clauses.filter((clause) => clause.section === section)
    if (here.length === 0) continue
    console.log(`\n${HEADINGS[language][section]}`)
    for (const clause of here) {
      console.log(`  ${nameOf(clause).padEnd(5)} ${clause.sentence}`)
      if (clause.because !== null) console.log(`        ${because}${clause.because}`)
    }
  }
  const silent = silentDefaults(agreement, language)
  if (silent.length > 0)
    console.log(`\n${language === 'fr' ? 'Ce que le document ne dit pas' : 'What the document does not say'}`)
  for (const line of silent) console.log(`  -     ${line}`)
}

function nameOf({ clause }: ClauseSentence): string {
  return /^[A-Z][A-Za-z]?\d{1,4}$/.test(clause) ? clause : ''
}

const HEADINGS: Record<Language, Record<ClauseSentence['section'], string>> = {
  en: {
    parties: 'Who signs',
    calendar: 'When we work',
    sources: 'Where leads come from',
    fit: 'Who they are',
    engagement: 'What they did',
    grades: 'Grades',
    scores: 'Further scores',
    learned: 'Learned scores',
    stages: 'Stages and definitions',
    routing: 'Who gets whom',
    promises: 'Promises',
    late: 'When a promise is late',
    pipelines: 'Deals',
    reasons: 'Reasons to say no',
    returns: 'Coming back',
  },
  fr: {
    parties: 'Qui signe',
    calendar: 'Quand nous travaillons',
    sources: 'D’où viennent les prospects',
    fit: 'Qui ils sont',
    engagement: 'Ce qu’ils ont fait',
    grades: 'Notes',
    scores: 'Autres scores',
    learned: 'Scores appris',
    stages: 'Étapes et définitions',
    routing: 'Qui reçoit qui',
    promises: 'Engagements',
    late: 'En cas de retard',
    pipelines: 'Les affaires',
    reasons: 'Les raisons d’un refus',
    returns: 'Le retour d’un prospect',
  },
}

async function showVersion(wanted: string | undefined, { language, isJson }: Asked): Promise<number> {
  const number = wanted === undefined ? null : Number(wanted)
  if (number !== null && (!Number.isInteger(number) || number < 1))
    return fail(2, `--version is a whole number from 1, not "${wanted}".`)
  const opened = await openContext()
  try {
    const nowMs = opened.ctx.now()
    const versions = await readVersions(opened.ctx.db)
    const inForce = versionInForce(versions, nowMs)
    const version = number === null ? inForce : versions.find((each) => each.version === number)
    if (version === undefined || version === null)
      return fail(1, `There is no version ${wanted}: there are 1 to ${versions[0]?.version ?? 1}.`)
    const about = summaryOf(version, inForce, nowMs)
    const compiled = await compileHere(opened.ctx.db, version.document, version.version)
    if (isJson) {
      const clauses = compiled.ok ? locateClauses(version.document, clausesOf(compiled.agreement, language)) : []
      console.log(JSON.stringify({ ...about, document: version.document, clauses }, null, 2))
      return 0
    }
    console.log(
      `Version ${about.version}, ${about.status}${about.inForceFrom === null ? '' : ` from ${about.inForceFrom}`}`,
    )
    for (const { user, side, signedAt } of about.signatures)
      console.log(`Signed for ${side} by ${user.name}, ${signedAt}`)
    console.log('')
    if (compiled.ok) readOut(compiled.agreement, language)
    else console.log(version.document)
    return 0
  } finally {
    await opened.close()
  }
}

function fail(exitCode: number, message: string): number {
  console.error(`ensemble agreement: ${message}`)
  return exitCode
}
