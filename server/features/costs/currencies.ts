const KNOWN = new Set(Intl.supportedValuesOf('currency'))

/** True for a code of ISO 4217 that money is counted in. */
export function isKnownCurrency(code: string): boolean {
  return KNOWN.has(code) && !/^X(XX|TS|AU|AG|PT|PD|BA|BB|BC|BD)$/.test(code)
}
