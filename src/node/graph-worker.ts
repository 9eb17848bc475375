/** The other end of `graph-builds.ts`: builds one graph in a process of its own. */
import { writeGraph } from './write-graph.ts'

process.on('disconnect', () => process.exit(1))
const [, , folder = '', dimensions] = process.argv
await writeGraph(folder, Number(dimensions))
process.exit(0)
