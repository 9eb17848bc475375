import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Tests in workerd run the real kernel, model and index; a process of its own, because Vite rewrites imports here. */
export default () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/worker-build.mjs', import.meta.url))])
}
