// A registry mirror may lack a tool's packages for other platforms. `npm install` then leaves them out of the
// lockfile and `npm ci` refuses it everywhere. This adds each missing optional platform package by name and version.
// usage: node scripts/complete-lockfile.mjs   (after `npm install`, when `npm ci` says "Missing: … from lock file")
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
let added = 0
for (const owner of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    const platform = /-(android|darwin|linux|win32)-(arm64|x64)(-musl)?$/.exec(name)
    if (lock.packages[key] || !platform || !/^\d/.test(version)) continue
    const [, os, cpu, musl] = platform
    const libc = os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {}
    const dev = owner.dev ? { dev: true } : {}
    lock.packages[key] = { version, cpu: [cpu], ...dev, ...libc, license: owner.license, optional: true, os: [os] }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} platform packages added to package-lock.json`)
