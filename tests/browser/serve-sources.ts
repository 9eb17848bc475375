import { readdir, readFile } from 'node:fs/promises'
import { parseSource } from '../../src/core/ingest/parse.ts'
import type { Source } from '../../src/core/source.ts'
import { type RunningServer, startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'
import { createEngine } from '../http/harness.ts'

/** The real server over these sources. The reader needs no model: its engine only finds words. */
export function serveSources(sources: readonly Source[]): Promise<RunningServer> {
  return startServer(readSettings({ PORT: '0' }), Promise.resolve({ ...createEngine(), sources }))
}

/** The sources of the default corpus. */
export async function readDefaultSources(): Promise<Source[]> {
  const names = (await readdir('corpus')).filter((name) => name.endsWith('.md'))
  return Promise.all(
    names.map(async (name) =>
      parseSource({ id: name.replace('.md', ''), markdown: await readFile(`corpus/${name}`, 'utf8') }),
    ),
  )
}
