/** The other end of `hnsw-graph.ts`: builds one graph in a process of its own. */
import { writeGraph } from './hnsw-graph.ts'

process.on('disconnect', () => process.exit(1))
const [, , folder = '', dimensions, candidates] = process.argv
await writeGraph(folder, Number(dimensions), Number(candidates))
process.exit(0)
