import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

interface Connection {
  /** Address of the other end of the connection. */
  readonly peer: string
  /** The `X-Forwarded-For` header: each proxy adds the address that it was called from at the end. */
  readonly forwardedFor: string | undefined
}

/**
 * What tells clients apart: an IPv4 address, or the first 64 bits of an IPv6 address, of which one household has them
 * all (RFC 6177). Whatever stands in the header before the entries of the trusted proxies was written by the client
 * and is not read.
 * @param trustedProxies how many proxies stand between the clients and this server; with 0 the header is not read
 */
export function clientAddress({ peer, forwardedFor }: Connection, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 && forwardedFor ? forwardedFor.split(',') : []
  const claimed = [...forwarded, peer].slice(-1 - trustedProxies)[0]?.trim() ?? ''
  return group(withoutPort(claimed)) ?? group(peer) ?? ''
}

/** Some proxies write the port, too: `192.0.2.1:443`, `[2001:db8::1]:443`. */
function withoutPort(address: string): string {
  const [, inBrackets, beforePort] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? []
  return inBrackets ?? beforePort ?? address
}

function group(address: string): string | null {
  // The library reads octal numbers and the like, too, which no proxy writes.
  if (isIP(address) === 0) return null
  // An IPv4 address on a socket that takes both kinds looks like `::ffff:192.0.2.1`.
  const parsed = ipaddr.process(address)
  if (!('parts' in parsed)) return parsed.toString()
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}
