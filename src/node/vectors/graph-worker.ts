/** The other end of `graph-builds.ts`: makes one graph in a process of its own. */
import { type GraphToMake, makeGraph } from './make-graph.ts'

process.on('disconnect', () => process.exit(1))
const [, , graph = '', dimensions] = process.argv
await makeGraph(JSON.parse(graph) as GraphToMake, Number(dimensions))
process.exit(0)
