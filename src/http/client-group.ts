import ipaddr from 'ipaddr.js'

/**
 * What tells clients apart: an IPv4 address, or the first 64 bits of an IPv6 address, of which one household has them
 * all (RFC 6177).
 * @param address one that is valid
 */
export function clientGroup(address: string): string {
  // An IPv4 address on a socket that takes both kinds looks like `::ffff:192.0.2.1`.
  const parsed = ipaddr.process(address)
  if (!('parts' in parsed)) return parsed.toString()
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}
