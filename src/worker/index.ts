import kernel from '../../dist/worker/kernel.wasm'
import { createHandler } from './handler.ts'

export default createHandler(kernel)
