import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './import.module.css'
import type { ImportView } from './queries.ts'
import { sayBytes } from './say-bytes.ts'

const SEPARATORS: Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}
const ROLES: Record<string, 'leads' | 'deals' | 'sellers' | 'revenueAll' | 'revenueDelivered' | 'contacts' | 'unused'> =
  {
    leads: 'leads',
    deals: 'deals',
    sellers: 'sellers',
    'revenue of all orders': 'revenueAll',
    'revenue of delivered orders': 'revenueDelivered',
    contacts: 'contacts',
    'not used': 'unused',
  }

/** The files of an import as they were understood: what each is, its rows, how it is written. */
export function FileList({ files }: { files: ImportView['files'] }) {
  const { t, i18n } = useTranslation()
  const { count } = useNumbers()
  return (
    <ul className={look.files}>
      {files.map((file) => {
        const role = ROLES[file.role]
        const separator = file.separator === null ? undefined : SEPARATORS[file.separator]
        const about = [
          file.rows === null ? null : t('importing.rows', { count: file.rows, shown: count(file.rows) }),
          t('importing.columnsOf', { count: file.columns.length }),
          sayBytes(file.bytes, i18n.language),
          t('importing.encoding', { encoding: file.encoding.toUpperCase() }),
          separator === undefined
            ? null
            : t('importing.separator', { separator: t(`importing.separators.${separator}`) }),
        ]
        return (
          <li key={file.name} className={look.file}>
            <span className={look.fileRole}>{role === undefined ? file.role : t(`importing.roles.${role}`)}</span>
            <span className={look.fileName}>{file.name}</span>
            <span className="quiet small">{about.filter((one) => one !== null).join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
