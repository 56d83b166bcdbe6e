import type { OrderOperator } from '../../cel/ast.ts'

export type Language = 'en' | 'fr'

/** A condition in words: as it stands ("their role is owner") and as it would have to be ("their role would have to be owner"). */
export type Said = { says: string; must: string }

/** What people call a field an expression may read. */
export type FieldWords = {
  noun: string
  /** The noun is feminine (French). */
  isFeminine?: boolean
  /** For what is true or false: how either is said. */
  yes?: Said
  no?: Said
  /** For a count of something: "the company has" + "at least 50" + "employees". */
  count?: { has: string; hasNot: string; must: string; mustNot: string; of: string }
  /** Values are ISO codes of countries or languages, or money in hundredths. */
  reads?: 'country' | 'language' | 'cents'
}

/** How one language says conditions. */
export type Grammar = {
  language: Language
  fields: Readonly<Record<string, FieldWords>>
  /** A trait of the installation's own. */
  trait(name: string): FieldWords
  /** The grade of a score beside the main one. */
  gradeFor(score: string): FieldWords
  /** Some other field, by its written name. */
  other(path: string): FieldWords
  quote(text: string): string
  list(items: readonly string[], joint: 'and' | 'or'): string
  is(field: FieldWords, value: string, isTrue: boolean): Said
  isAmong(field: FieldWords, values: readonly string[], isTrue: boolean): Said
  isKnown(field: FieldWords, isTrue: boolean): Said
  compares(field: FieldWords, operator: OrderOperator, amount: string): Said
  counts(field: FieldWords, amount: string, isTrue: boolean): Said
  matches(field: FieldWords, how: 'startsWith' | 'endsWith' | 'contains', text: string, isTrue: boolean): Said
  /** What no sentence was found for: the expression itself. */
  code(source: string, isTrue: boolean): Said
  /** What a field is at present: "it is C2"; null is not known. */
  now(field: FieldWords | undefined, value: string | null): string
  all(parts: readonly Said[], isInside: boolean): Said
  any(parts: readonly Said[], isInside: boolean): Said
}
