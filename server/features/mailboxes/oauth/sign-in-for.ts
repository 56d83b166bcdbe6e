import type { ProviderName, SignInOffer } from './provider.ts'

const BY_PRESET: Readonly<Record<string, ProviderName>> = { Google: 'google', Microsoft: 'microsoft' }

/** Where the owner of an address can sign in: by its domain as an administrator entered it, or by the provider that holds its mail. */
export function signInFor(
  offers: readonly (SignInOffer & { domains: readonly string[] })[],
  address: string,
  preset: string,
): SignInOffer | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const found =
    offers.find((offer) => offer.domains.includes(domain)) ??
    offers.find((offer) => offer.provider === BY_PRESET[preset])
  return found === undefined ? null : { provider: found.provider, label: found.label }
}
