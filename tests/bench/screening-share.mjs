import { Session } from 'node:inspector/promises'

/** Microseconds between two looks at what runs. */
const INTERVAL = 100
/** The rules, and the score that reads the vectors which the search makes anyway; with all that they call. */
const SCREENING = /\/core\/(?:answer\/screen|safety\/nearest-example)\.js$/

/**
 * The share of the processor's time that screening for danger takes while some work goes on, by V8's own profiler: in
 * its place in each message, with the caches as the other steps leave them. A call of onnxruntime counts as other work
 * (about 20 µs of the score).
 * @param {() => Promise<void>} work
 */
export async function shareOfScreening(work) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return shareOf(profile)
}

function shareOf({ nodes, samples, timeDeltas }) {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const within = new Set()
  const mark = (node, isWithin) => {
    const isIn = isWithin || SCREENING.test(node.callFrame.url)
    if (isIn) within.add(node.id)
    for (const child of node.children ?? []) mark(known.get(child), isIn)
  }
  mark(nodes[0], false)
  let [own, all] = [0, 0]
  for (const [at, id] of samples.entries()) {
    if (known.get(id).callFrame.functionName === '(idle)') continue
    all += timeDeltas[at]
    if (within.has(id)) own += timeDeltas[at]
  }
  return own / all
}
