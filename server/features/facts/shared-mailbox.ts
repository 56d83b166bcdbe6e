/** Local parts that several people of a company read. A site adds its own in the settings of its website. */
const SHARED = new Set(
  `accounting accounts achats admin administration administrator alerts all assistance atendimento billing booking bonjour buchhaltung careers
commercial comercial compras compta comptabilite contact contacto contactus contato customerservice direction empfang enquiries enquiry events
facturacion facturation feedback finance financeiro general geral hallo hello help helpdesk hola hostmaster hr info infos informacion inquiries
inquiry investors invoice invoices it jobs kontakt legal mail mailbox marketing media news newsletter noreply no-reply office ola orders postmaster
press presse privacy purchasing reception recrutement rh root sac sales secretariat security service shop soporte staff subscribe suporte support
team tech vendas vente ventes verkauf ventas web webmaster welcome`.split(/\s+/),
)

let own: ReadonlySet<string> = new Set()

/** True for an address that several people read (info@, sales@), so that it does not name one of them. */
export function isSharedMailbox(email: string): boolean {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at).replace(/\+.*$/, '')
  return SHARED.has(local) || own.has(local) || own.has(email)
}

/** What this installation adds: whole addresses, or what stands before the @. */
export function setOwnSharedMailboxes(texts: readonly string[]): void {
  own = new Set(texts.map((text) => text.trim().toLowerCase().replace(/@$/, '')))
}
