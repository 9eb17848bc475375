/** The sections of a source as a tree, and as a list of links. */
import { html } from 'hono/html'
import type { Section, Source, Span } from '../../core/source.ts'
import { labels } from './labels.ts'
import type { Markup } from './layout.ts'

interface Branch {
  readonly section: Section
  /** 0 for a section in no other; one more than that of the section that it is in. */
  readonly depth: number
  readonly inner: Branch[]
}

/** Id of a section's heading on the page. */
export const sectionId = ({ start }: Pick<Span, 'start'>) => `section-${start}`

/** Id of the text as a whole. */
export const TEXT_ID = 'text'

/** Id of the list of sections. */
export const SECTIONS_ID = 'sections'

/** In reading order. Levels that a source leaves out leave no gap. */
function nest(sections: readonly Section[]): Branch[] {
  const roots: Branch[] = []
  const open: Branch[] = []
  for (const section of sections) {
    while ((open.at(-1)?.section.level ?? 0) >= section.level) open.pop()
    const branch = { section, depth: open.length, inner: [] }
    const around = open.at(-1)?.inner ?? roots
    around.push(branch)
    open.push(branch)
  }
  return roots
}

/** How deep each section is in others, from 0, by the start of its heading. */
export function depthsOf(sections: readonly Section[]): ReadonlyMap<number, number> {
  const all = (branches: readonly Branch[]): Branch[] => branches.flatMap((one) => [one, ...all(one.inner)])
  return new Map(all(nest(sections)).map(({ section, depth }) => [section.start, depth]))
}

/** The heading that says the title of the source once more, which the page has as its own. */
export function repeatedTitle({ title, sections }: Pick<Source, 'title' | 'sections'>): Section | null {
  const [first] = sections
  return first?.start === 0 && first.title.toLowerCase() === title.toLowerCase() ? first : null
}

/** Without the title of the source. One section alone needs no list. */
function listed(source: Source): readonly Section[] {
  const title = repeatedTitle(source)
  const sections = source.sections.filter((section) => section !== title)
  return sections.length < 2 ? [] : sections
}

export const hasSections = (source: Source): boolean => listed(source).length > 0

/** @param quote the section that it begins in is marked as the current one */
export function sectionLinks(source: Source, quote: Span | null): Markup {
  const sections = listed(source)
  if (sections.length === 0) return html``
  const current = sections.findLast(({ start, end }) => quote && start <= quote.start && quote.start < end) ?? null
  const beginning = repeatedTitle(source)
    ? html`<li><a href="#${TEXT_ID}"${quote && !current ? here : ''}>${labels.beginning}</a></li>\n`
    : ''
  return html`<nav class="sections" id="${SECTIONS_ID}" tabindex="-1" aria-labelledby="sections-title">
<h2 id="sections-title">${labels.sections}</h2>
<ul>
${beginning}${nest(sections).map((branch) => link(branch, current))}</ul>
</nav>`
}

const here = html` aria-current="location"`

function link({ section, inner }: Branch, current: Section | null): Markup {
  const mark = section === current ? here : ''
  const below = inner.length > 0 ? html`\n<ul>\n${inner.map((branch) => link(branch, current))}</ul>` : ''
  return html`<li><a href="#${sectionId(section)}"${mark}><bdi>${section.title}</bdi></a>${below}</li>\n`
}
