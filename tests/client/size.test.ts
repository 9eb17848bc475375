import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** Bytes after gzip. */
const BUDGET = 4096

test('the client is small, and nothing of the server is in it', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: ['src/client/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    metafile: true,
    write: false,
  })
  expect(Object.keys(metafile.inputs).filter((path) => !path.startsWith('src/client/'))).toEqual([])
  const [bundle] = outputFiles
  expect(bundle?.text).toContain('/api/chat')
  expect(gzipSync(bundle?.contents ?? '').length).toBeLessThan(BUDGET)
})
