import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

/** Whether LibreOffice is on this machine, and if not, why tests with it are left out. */
export function findOffice(): { ok: true } | { ok: false; why: string } {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 })
    return { ok: true }
  } catch {
    return { ok: false, why: 'LibreOffice (Debian: libreoffice-calc-nogui) is not on this machine' }
  }
}

/** Tables as LibreOffice Calc opens them: each CSV as flat OpenDocument, in which a cell that calculates has `table:formula`. */
export async function openInOffice(tables: Record<string, string>): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'ensemble-office-'))
  try {
    const files = Object.entries(tables).map(([name, text]) => {
      const file = join(folder, `${name}.csv`)
      writeFileSync(file, text)
      return file
    })
    // Comma, quotes, UTF-8, from the first line, every column as it looks: as somebody who presses Enter in the dialog.
    const filter = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const how = ['--headless', `--infilter=${filter}`, '--convert-to', 'fods', '--outdir', folder]
    await promisify(execFile)('soffice', [profile, ...how, ...files], { timeout: 180_000 })
    return Object.fromEntries(
      files.map((file) => {
        const name = basename(file, '.csv')
        return [name, readFileSync(join(folder, `${name}.fods`), 'utf8')]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
