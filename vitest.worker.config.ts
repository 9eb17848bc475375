import { cloudflareTest } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'

/** Requests that tried to leave the Worker; a test asks for them. */
const outbound: string[] = []

/** What runs in workerd, as wrangler.toml has it: `*.workerd.ts`. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      main: 'src/worker/index.ts',
      remoteBindings: false,
      wrangler: { configPath: 'wrangler.toml' },
      miniflare: {
        cf: false,
        ratelimits: {},
        outboundService: (request: { url: string }) => {
          outbound.push(request.url)
          throw new Error('No request may leave the Worker.')
        },
        serviceBindings: { OUTBOUND: () => Response.json(outbound) },
      },
    }),
  ],
  test: {
    include: ['tests/**/*.workerd.ts'],
    globalSetup: 'tests/setup/worker.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
})
