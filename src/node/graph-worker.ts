/** The other end of `hnsw-graph.ts`: builds one graph in a process of its own. */
import { writeGraph } from './hnsw-graph.ts'

process.on('disconnect', () => process.exit(1))
const [, , folder = '', dimensions] = process.argv
await writeGraph(folder, Number(dimensions))
process.exit(0)
