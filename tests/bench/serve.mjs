// The server as `npm start` runs it, in a process whose memory its parent may ask for over IPC. Run with --expose-gc.
process.on('message', () => {
  globalThis.gc()
  const { rss, heapUsed } = process.memoryUsage()
  process.send({ rss, heapUsed })
})
// Nobody is left who could end it.
process.on('disconnect', () => process.exit(1))

await import('../../dist/node/cli.js')
