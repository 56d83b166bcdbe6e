import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** The script as it is served: without its comments and indentation. */
export const SCRIPT = readFileSync(new URL('./script.js', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('//'))
  .join('\n')

export const SCRIPT_BYTES = gzipSync(SCRIPT, { level: 9 }).byteLength

/** For a browser in which a colleague is signed in here: their visits are counted as the company's own. */
export const STAFF_SCRIPT = `document.currentScript&&(document.currentScript.dataset.staff='true');\n${SCRIPT}`
