/** What a file of a CRM export is. Files are read in this order: who and what is named comes before who names it. */
export const CRM_ROLES = [
  'owners',
  'pipelines',
  'stages',
  'companies',
  'deal contacts',
  'deal companies',
  'deal history',
  'contact history',
  'activity contacts',
  'activity deals',
  'leads',
  'contacts',
  'deals',
  'activities',
] as const

export type CrmRole = (typeof CRM_ROLES)[number]

/** Names of columns for each thing we read, by preference. Compared without case, spaces, dashes and `property_`. */
export type Fields = Readonly<Record<string, readonly string[]>>

export type RoleShape = {
  role: CrmRole
  /** Every group must have one of its columns in the file. The first shape that fits gives the role. */
  needs: readonly (readonly string[])[]
  /** With one of these columns it is a file of something else. */
  lacks?: readonly string[]
  fields: Fields
  /** For files of one kind of activity. */
  kind?: ActivityKind
}

export type ActivityKind = 'call' | 'meeting' | 'note' | 'email' | 'task'

/** How one CRM writes its exports. */
export type CrmShape = {
  id: string
  name: string
  description: string
  files: readonly string[]
  shapes: readonly RoleShape[]
  /** Columns that hold when a stage was entered (`hs_date_entered_…`): the stage, or null for other columns. */
  enteredStage(column: string): { of: 'contact' | 'deal'; stage: string } | null
  /** Names of the stages every account of the CRM has, by the ids its exports give. */
  stageNames: Readonly<Record<string, string>>
  /** One way of writing each id. */
  idOf(text: string): string
  /** Whether a text where an owner stands is an id rather than a name. */
  isOwnerId(text: string): boolean
}

/** The name of a column as it is compared. */
export function plainColumn(column: string): string {
  return column
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^propert(y|ies)[_.]/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The shape of a file by its columns; null when the CRM writes no such file. */
export function shapeOf(crm: Pick<CrmShape, 'shapes'>, columns: readonly string[]): RoleShape | null {
  const plain = new Set(columns.map(plainColumn))
  const has = (group: readonly string[]): boolean => group.some((column) => plain.has(plainColumn(column)))
  return crm.shapes.find(({ needs, lacks = [] }) => needs.every(has) && !has(lacks)) ?? null
}
