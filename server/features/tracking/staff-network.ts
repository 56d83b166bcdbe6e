import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Why a text is no network; null when it is an address or a network such as 203.0.113.0/24. */
export function flawOfNetwork(text: string): string | null {
  const [address = '', bits, ...rest] = text.split('/')
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0
  if (most === 0 || rest.length > 0) return `"${text}" is no IP address.`
  if (bits === undefined) return null
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? null : `"/${bits}" is no length of a network.`
}

/** The networks as one list; what is none is left out. */
export function networksOf(texts: readonly string[]): BlockList {
  const list = new BlockList()
  for (const text of texts) {
    if (flawOfNetwork(text) !== null) continue
    const [address = '', bits] = text.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

export function isInNetworks(list: BlockList, address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  if (isIPv4(plain)) return list.check(plain, 'ipv4')
  return isIPv6(plain) && list.check(plain, 'ipv6')
}
