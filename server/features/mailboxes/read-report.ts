import { idIn } from './message-key.ts'
import { normalAddress } from './normal-address.ts'

export type Report = { how: 'hard' | 'soft'; address: string | null; why: string; keys: string[] }

/** What a delivery report says (RFC 3464), and what can be read of one that keeps to no standard. Null: the mail was only delayed or arrived. */
export function readReport(raw: string, text: string | null): Report | null {
  const body = raw.slice(Math.max(raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n'), 0))
  const action = /^Action:\s*(\w+)/im.exec(body)?.[1]?.toLowerCase()
  if (action !== undefined && action !== 'failed') return null
  const said = `${text ?? ''}\n${body}`
  const status =
    /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(body)?.[1] ?? /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1]
  const code = /\b(?:smtp|error|code)?\s*[:;]?\s*([45]\d\d)[ -]/i.exec(said)?.[1]
  const isFull =
    /mailbox (?:is )?full|over ?quota|quota exceeded|boîte (?:aux lettres )?pleine|postfach (?:ist )?voll|buz[óo]n lleno/i.test(
      said,
    )
  const isSoft =
    isFull ||
    status === '5.2.2' ||
    status?.startsWith('4.') === true ||
    (status === undefined && code?.startsWith('4') === true)
  const recipient =
    /^(?:Final|Original)-Recipient:\s*(?:rfc822\s*;)?\s*<?([^\s<>;]+@[^\s<>;]+)>?/im.exec(body)?.[1] ??
    /^X-Failed-Recipients:\s*([^\s,]+@[^\s,]+)/im.exec(raw)?.[1] ??
    /<([^\s<>@]+@[^\s<>]+)>\s*:?/.exec(text ?? '')?.[1] ??
    /\b([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/.exec(text ?? '')?.[1]
  const diagnostic = /^Diagnostic-Code:\s*(?:\w+\s*;)?\s*((?:.+)(?:\r?\n[ \t].+)*)/im.exec(body)?.[1]
  const keys = [...body.matchAll(/^Message-ID:\s*(<[^<>\r\n]+>)/gim)].flatMap((match) => idIn(match[1]) ?? [])
  return {
    how: isSoft ? 'soft' : 'hard',
    address: recipient === undefined ? null : normalAddress(recipient),
    why: (diagnostic ?? (text ?? '').trim().split('\n')[0] ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 500),
    keys: [...new Set(keys)],
  }
}
