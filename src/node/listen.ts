import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { SetupError } from './setup-error.ts'

interface Place {
  readonly port: number
  readonly host: string
  /** The settings that say so, for the error message. */
  readonly names: { readonly port: string; readonly host: string }
}

/**
 * @returns the server, once it listens, and its address
 * @throws SetupError if the port is taken or may not be used
 */
export async function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  place: Place,
  serverOptions: Parameters<typeof serve>[0]['serverOptions'] = {},
): Promise<{ server: ServerType; url: string }> {
  const server = serve({ fetch, port: place.port, hostname: place.host, serverOptions })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => reject(toSetupError(error, place)))
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { server, url: `http://${name}:${address.port}` }
}

function toSetupError(error: NodeJS.ErrnoException, { port, host, names }: Place): Error {
  const chosen = `${names.port}=${port}`
  if (error.code === 'EADDRINUSE')
    return new SetupError(`${chosen} is in use. Set ${names.port} to a free one, or to 0 for any.`)
  if (error.code === 'EACCES') return new SetupError(`${chosen} may not be used. Set ${names.port} to 1024 or higher.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new SetupError(
      `${names.host}=${host} is no address of this machine. Set ${names.host} to 127.0.0.1 or 0.0.0.0.`,
    )
  }
  return error
}
