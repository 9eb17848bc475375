import './transfer.ts'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { collapse } from '../../../core/ingest/normalise.ts'
import type { Change, Facts } from '../document.ts'
import { DocumentError } from '../document-error.ts'
import { LIMITS } from '../limits.ts'
import { withBullets } from './bullets.ts'
import { type Codes, drawnBy, type Operators } from './drawn.ts'
import type { Page, Run } from './page-text.ts'
import { placedBy, splitAtCells, type TextCodes } from './placed.ts'

/** PDF 32000-1, table 22, bit 5: text may be copied. */
const MAY_COPY = 0x10
/** Radians by which a line may lean and still be read as level. */
const LEVEL = 0.02

/** What is used of pdf.js, whose types unpdf ships in a way that NodeNext does not resolve. */
interface PdfItem {
  /** Missing on marks of structure. */
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly fontName?: string
}
interface PdfPage {
  /** Left, bottom, right, top. */
  readonly view: readonly number[]
  getTextContent(): Promise<{ readonly items: readonly PdfItem[] }>
  getOperatorList(): Promise<Operators>
  cleanup(): void
}
interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
  hasJSActions(): Promise<boolean>
  getPermissions(): Promise<readonly number[] | null>
  getMetadata(): Promise<{ readonly info: object }>
  destroy(): Promise<void>
}

export interface OpenedPdf {
  readonly pages: readonly Page[]
  readonly facts: Facts
  readonly changes: readonly Change[]
}

/** @throws DocumentError if it needs a password, forbids copying, holds scripts, has too many pages or can't be read */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdf = await open(bytes)
  if (pdf.numPages > LIMITS.pages) {
    throw new DocumentError(`It has ${pdf.numPages} pages; ${LIMITS.pages} are the most. Split it.`)
  }
  const permissions = await pdf.getPermissions()
  if (permissions && !permissions.includes(MAY_COPY)) {
    throw new DocumentError('Its authors do not allow its text to be copied. Ask them for a file that does.')
  }
  if (await pdf.hasJSActions()) {
    throw new DocumentError('It holds scripts. Print it to a new PDF, which has none, and add that.')
  }
  const changes: Change[] = []
  const pages: Page[] = []
  const { OPS }: { OPS: Codes & TextCodes } = await getResolvedPDFJS()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const [, bottom = 0, , top = 0] = page.view
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item): Run[] => {
      const { str = '', transform = [], width = 0, fontName = '' } = item
      if (str.trim() === '') return []
      const [a = 0, b = 0, , , left = 0, y = 0] = transform
      if (Math.abs(Math.atan2(b, a)) > LEVEL) {
        changes.push({ kind: 'removed', what: 'text that is not level', text: collapse(str), page: number })
        return []
      }
      return [{ text: str, left, right: left + width, y, size: Math.hypot(a, b), font: fontName }]
    })
    const operators = await page.getOperatorList()
    const drawn = drawnBy(operators, OPS)
    const cells = splitAtCells(withoutDoubles(runs), placedBy(operators, OPS))
    pages.push({ number, bottom, top, runs: withBullets(cells, drawn.dots), drawn })
    page.cleanup()
  }
  const { info } = await pdf.getMetadata()
  await pdf.destroy()
  return { pages, facts: factsOf(info), changes }
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // Nothing in a file is run, no font is drawn, no image is decoded.
    return await getDocumentProxy(bytes.slice(), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: 0,
      verbosity: 0,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new DocumentError('It is locked with a password. Save a copy without one.')
    }
    throw new DocumentError('It is named .pdf, but it is damaged. Open it in a PDF reader, and save it again.')
  }
}

/** Some programs make bold letters by writing them twice, a hair apart. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Set<string>()
  return runs.filter(({ text, left, y }) => {
    const near = [0, 1].flatMap((dx) =>
      [0, 1].map((dy) => `${text}|${Math.floor(left + dx * 0.5)}|${Math.floor(y + dy * 0.5)}`),
    )
    if (near.some((key) => seen.has(key))) return false
    seen.add(near[0] ?? '')
    return true
  })
}

function factsOf(info: object): Facts {
  const entry = (name: string) => {
    const value: unknown = name in info ? info[name as keyof typeof info] : null
    return typeof value === 'string' ? collapse(value) : ''
  }
  // Word processors put the name of the file there.
  const title = entry('Title')
  const authors = entry('Author')
    .split(/\s*;\s*/)
    .filter(Boolean)
  const language = entry('Language')
  return {
    title: /\.(?:docx?|pdf|indd|pptx?|qxd)$|^(?:microsoft word|untitled|about:blank)/i.test(title) ? null : title,
    authors,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
  }
}
