import {
  BUNDLE_MANIFEST,
  type BundleFile,
  type BundleManifest,
  type BundlePart,
  bundleManifest,
} from '../core/bundle.ts'
import { WORDINGS } from '../core/safety/wordings.ts'

/** The static assets that were deployed with the Worker; a request to them doesn't leave it. */
export interface Assets {
  fetch(url: string): Promise<Response>
}

/** `missing` and `torn` name an asset, `foreign` something made for another model or another version. */
export type BundleFault = 'missing' | 'torn' | 'foreign'

/** Tells, in `message`, which asset is wrong and how to mend it. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
  readonly fault: BundleFault

  constructor(fault: BundleFault, what: string) {
    super(`${what} Run \`npm run worker:build\` and deploy again.`)
    this.fault = fault
  }
}

export interface Bundle {
  readonly manifest: BundleManifest
  sizeOf(file: BundleFile): number
  /** Reads a file to where its bytes shall stand, without a second copy of it, and checks them. */
  readInto(file: BundleFile, target: Uint8Array<ArrayBuffer>): Promise<void>
  read(file: BundleFile): Promise<ArrayBuffer>
  readJson(file: BundleFile): Promise<unknown>
}

/** @throws BundleError, as do its readers */
export async function openBundle(assets: Assets): Promise<Bundle> {
  const manifest = await readManifest(assets)
  const sizeOf = (file: BundleFile) => manifest.files[file].reduce((sum, { bytes }) => sum + bytes, 0)
  const readInto = async (file: BundleFile, target: Uint8Array<ArrayBuffer>) => {
    let at = 0
    for (const part of manifest.files[file]) {
      await readPart(assets, part, target.subarray(at, at + part.bytes))
      at += part.bytes
    }
  }
  const read = async (file: BundleFile) => {
    const target = new Uint8Array(sizeOf(file))
    await readInto(file, target)
    return target.buffer
  }
  return {
    manifest,
    sizeOf,
    readInto,
    read,
    readJson: async (file) => JSON.parse(new TextDecoder().decode(await read(file))),
  }
}

async function readManifest(assets: Assets): Promise<BundleManifest> {
  const response = await fetchAsset(assets, BUNDLE_MANIFEST)
  const parsed = bundleManifest.safeParse(await response.json().catch(() => null))
  if (!parsed.success) throw new BundleError('torn', `The asset ${BUNDLE_MANIFEST} is not one of this version.`)
  const { model, index, wordings } = parsed.data
  if (index.modelHash !== model.hash) throw new BundleError('foreign', 'The index was made with another model.')
  if (wordings.modelHash !== model.hash) throw new BundleError('foreign', 'The wordings were read by another model.')
  const texts = new TextEncoder().encode(JSON.stringify(WORDINGS.map(({ text }) => text)))
  if (wordings.hash !== (await sha256(texts))) {
    throw new BundleError('foreign', 'The safety wordings of the assets are not those of the program.')
  }
  return parsed.data
}

async function readPart(assets: Assets, part: BundlePart, target: Uint8Array<ArrayBuffer>): Promise<void> {
  const torn = () => new BundleError('torn', `The asset ${part.path} is not the one that was built.`)
  const { body } = await fetchAsset(assets, part.path)
  let at = 0
  for await (const chunk of body ?? []) {
    if (at + chunk.length > part.bytes) throw torn()
    target.set(chunk, at)
    at += chunk.length
  }
  if (at !== part.bytes || (await sha256(target)) !== part.sha256) throw torn()
}

async function fetchAsset(assets: Assets, path: string): Promise<Response> {
  const response = await assets.fetch(`https://assets.invalid/${path}`)
  if (!response.ok) throw new BundleError('missing', `The asset ${path} is missing (HTTP ${response.status}).`)
  return response
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
