import { isIP } from 'node:net'
import { clientGroup } from '../http/client-group.ts'

interface Connection {
  /** Address of the other end of the connection. */
  readonly peer: string
  /** The `X-Forwarded-For` header: each proxy adds the address that it was called from at the end. */
  readonly forwardedFor: string | undefined
}

/**
 * What tells clients apart; see `clientGroup`. Whatever stands in the header before the entries of the trusted proxies was written by the client
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
  // The library behind it reads octal numbers and the like, too, which no proxy writes.
  return isIP(address) === 0 ? null : clientGroup(address)
}
