import { readFile } from 'node:fs/promises'
import { SetupError } from './setup-error.ts'

/** From `src/node` and `dist/node` alike. */
const read = (name: string) => readFile(new URL(`../../dist/widget/${name}`, import.meta.url), 'utf8')

/**
 * The bundled chat element and the script of the page at `/embed`, as `npm run build` leaves them.
 * @throws SetupError if they are not there
 */
export async function readWidget(): Promise<{ widget: string; configurator: string }> {
  try {
    return { widget: await read('widget.js'), configurator: await read('embed.js') }
  } catch {
    throw new SetupError('The chat widget is not built. Run `npm run build`.')
  }
}
