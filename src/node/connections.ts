import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface Connections {
  /**
   * Ends the connections that no request is open on and that have sent nothing since the last call, or at all. The
   * first call only takes notice: what a client has sent may still be on its way.
   */
  closeQuiet(): void
}

/** `Server.closeIdleConnections` leaves those alone that have not had a request yet. */
export function followConnections(server: Server): Connections {
  const states = new Map<Socket, { requests: number; seen: number }>()
  server.on('connection', (socket: Socket) => {
    states.set(socket, { requests: 0, seen: -1 })
    socket.once('close', () => states.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    const state = states.get(socket)
    if (!state) return
    state.requests++
    response.once('close', () => state.requests--)
  })
  return {
    closeQuiet() {
      for (const [socket, state] of states) {
        if (state.requests === 0 && state.seen === socket.bytesRead) socket.destroy()
        state.seen = socket.bytesRead
      }
    },
  }
}
