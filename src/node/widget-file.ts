import { readFile } from 'node:fs/promises'
import { SetupError } from './setup-error.ts'

/** From `src/node` and `dist/node` alike. */
const file = new URL('../../dist/widget/widget.js', import.meta.url)

/**
 * The bundled chat element, as `npm run build` leaves it.
 * @throws SetupError if it is not there
 */
export async function readWidget(): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new SetupError('The chat widget is not built. Run `npm run build`.')
  })
}
