import type { Queryable } from '../../db/queryable.ts'
import type { Field } from './field.ts'
import { PHRASES } from './phrases.ts'

// Empty labels: each reader sees them in their own language.
const FIELDS: readonly Field[] = [
  { name: 'name', label: '', isRequired: true },
  { name: 'email', label: '', isRequired: true },
  { name: 'phone', label: '', isRequired: false },
  { name: 'company', label: '', isRequired: false },
  { name: 'role', label: '', isRequired: false },
  { name: 'employees', label: '', isRequired: false },
  { name: 'message', label: '', isRequired: false },
  { name: 'wantsCall', label: '', isRequired: false },
  { name: 'heardFrom', label: '', isRequired: false },
]

/** The form `contact` every installation starts with. */
export async function addDefaultForm(
  tx: Queryable,
  options: { locale: 'en' | 'fr'; createdBy: string },
): Promise<void> {
  const { standardTitle, standardIntro } = PHRASES[options.locale]
  await tx.query(
    `insert into forms (slug, title, intro, fields, created_by) values ('contact', $1, $2, $3, $4) on conflict (slug) do nothing`,
    [standardTitle, standardIntro, JSON.stringify(FIELDS), options.createdBy],
  )
}
