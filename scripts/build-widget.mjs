// Bundles the chat element and all that it needs into the one file that pages load, and the script of the page at `/embed`.
// usage: node scripts/build-widget.mjs   (part of `npm run build`)
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { disclaimers } from '../dist/core/safety/catalogue.js'

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

await build({
  entryPoints: [
    { in: inRoot('src/widget/quotewell-chat.ts'), out: 'widget' },
    { in: inRoot('src/widget/configurator/configurator.ts'), out: 'embed' },
  ],
  outdir: inRoot('dist/widget'),
  bundle: true,
  minify: true,
  format: 'esm',
  // Browsers of 2021 and newer: adopted style sheets, private fields, top-level await.
  target: ['es2022'],
  // The widget shows them before the server has said anything.
  define: { STANDING_DISCLAIMERS: JSON.stringify(Object.values(disclaimers).map(({ text }) => text)) },
  legalComments: 'inline',
  logLevel: 'warning',
})
