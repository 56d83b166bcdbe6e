import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../ui/save-file.ts'
import { writeCsv } from '../funnel/write-csv.ts'

type Props = { name: string; rows: () => readonly (readonly (string | number | null)[])[] }

/** Gives a table as a file; amounts in it are whole units of the currency with their cents. */
export function CsvButton({ name, rows }: Props) {
  const { t } = useTranslation()
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}
      onClick={() => saveFile(`${name}.csv`, writeCsv(rows()), 'text/csv')}
    >
      {t('attribution.csv')}
    </Button>
  )
}

/** Cents as the number a spreadsheet reckons with. */
export function units(cents: number | null): number | null {
  return cents === null ? null : cents / 100
}
