/**
 * How the text is written: a byte order mark decides; else zero bytes at every other place mean UTF-16; else the whole
 * file is valid UTF-8 or it is not, and then it is read as Windows-1252, which contains Latin-1.
 */
export function encodingOf(head: Buffer, isValidUtf8: boolean): { encoding: string; decoder: string } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf && isValidUtf8) {
    return { encoding: 'UTF-8 with BOM', decoder: 'utf-8' }
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'UTF-16 LE', decoder: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'UTF-16 BE', decoder: 'utf-16be' }
  const zeros = zerosByParity(head)
  if (zeros.odd > 0.3 && zeros.even < 0.05) return { encoding: 'UTF-16 LE', decoder: 'utf-16le' }
  if (zeros.even > 0.3 && zeros.odd < 0.05) return { encoding: 'UTF-16 BE', decoder: 'utf-16be' }
  if (isValidUtf8) return { encoding: 'UTF-8', decoder: 'utf-8' }
  return { encoding: 'Windows-1252', decoder: 'windows-1252' }
}

/** Share of zero bytes at even and at odd places. */
function zerosByParity(head: Buffer): { even: number; odd: number } {
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  const half = Math.max(1, head.length / 2)
  return { even: even / half, odd: odd / half }
}
