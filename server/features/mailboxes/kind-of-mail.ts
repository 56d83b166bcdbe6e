export type MailKind = 'human' | 'automatic' | 'bulk' | 'bounce' | 'calendar'
type Headers = ReadonlyMap<string, string>

/** Subjects of out-of-office answers in English, French, German, Spanish, Portuguese. */
const AWAY =
  /^\s*(?:(?:re|aw|sv|tr|antw)\s*:\s*)*(?:out of (?:the )?office|auto(?:matic)?[- ]?repl(?:y|ies)|automatic response|autoreply|auto ?response|on (?:annual |parental )?leave\b|vacation reply|r[ée]ponse automatique|absen(?:ce|t) du bureau|absence du|message d['’]absence|notification d['’]absence|abwesenheits?(?:notiz|meldung|nachricht|assistent)?\b|automatische antwort|nicht im b[üu]ro|respuesta autom[áa]tica|fuera de (?:la )?oficina|ausencia\b|resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia\b)/i
const MACHINES = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|bounces?(?:[+-].*)?)@/
const BOUNCED =
  /^\s*(?:undeliver(?:able|ed)|delivery (?:status notification|has failed|failure)|mail delivery (?:failed|failure|system|subsystem)|returned mail|failure notice|non remis|[ée]chec de (?:la )?(?:remise|distribution)|message non distribu[ée]|unzustellbar|nicht zustellbar|no se puede entregar|no entregado|n[ãa]o entregue|mensagem n[ãa]o entregue)/i

const of = (headers: Headers, name: string): string => (headers.get(name) ?? '').trim().toLowerCase()

/**
 * Who speaks in a mail: a person, a program that answers for one (RFC 3834 and what came before it), a list, a server that
 * could not deliver, or a calendar.
 */
export function kindOfMail(mail: {
  headers: Headers
  contentType: string
  from: string
  subject: string
  calendarMethod: string | null
}): MailKind {
  const { headers, subject } = mail
  const isReport = /multipart\/report/i.test(mail.contentType)
  if (isReport && /disposition-notification/i.test(mail.contentType)) return 'automatic'
  if (isReport && !/feedback-report/i.test(mail.contentType)) return 'bounce'
  if (of(headers, 'x-failed-recipients') !== '') return 'bounce'
  const isMachine = MACHINES.test(mail.from) || of(headers, 'return-path') === '<>'
  if ((isMachine || mail.from === '') && BOUNCED.test(subject)) return 'bounce'
  if (mail.calendarMethod === 'REPLY' || mail.calendarMethod === 'COUNTER') return 'calendar'
  const submitted = of(headers, 'auto-submitted')
  if (submitted !== '' && submitted !== 'no') return 'automatic'
  if (of(headers, 'x-autoreply') !== '' || of(headers, 'x-autorespond') !== '') return 'automatic'
  if (/^auto[_-]?reply$/.test(of(headers, 'precedence')) || of(headers, 'x-auto-response-suppress') === 'all') {
    return of(headers, 'list-unsubscribe') === '' ? 'automatic' : 'bulk'
  }
  if (AWAY.test(subject)) return 'automatic'
  const isList = of(headers, 'list-unsubscribe') !== '' || of(headers, 'list-id') !== ''
  if (isList || /^(?:bulk|list|junk)$/.test(of(headers, 'precedence'))) return 'bulk'
  if (of(headers, 'feedback-id') !== '' || of(headers, 'x-campaign-id') !== '') return 'bulk'
  return isMachine ? 'automatic' : 'human'
}
