/** The pages at `/sources/{id}`: the reader. */
import { html } from 'hono/html'
import { cite } from '../../core/answer/cite.ts'
import { isOld } from '../../core/answer/source-age.ts'
import { prognosis, sourceNotices } from '../../core/safety/catalogue.ts'
import { holdsPrognosis } from '../../core/safety/prognosis.ts'
import type { Source, Span } from '../../core/source.ts'
import { article } from './article.ts'
import { isFigure } from './groups.ts'
import { labels } from './labels.ts'
import { type Markup, page } from './layout.ts'
import { datedText, linkOf, metadataList } from './metadata.ts'
import { hasSections, SECTIONS_ID, sectionLinks, TEXT_ID } from './sections.ts'
import type { Site } from './site.ts'

interface ReadingOptions {
  /** The age of the source depends on it. */
  readonly now?: Date
  /** Whether the address named a span that is none of this text. */
  readonly isAstray?: boolean
}

/** @param quote the span to highlight, from `spanOf` */
export function sourcePage(
  site: Site,
  source: Source,
  quote: Span | null,
  { now = new Date(), isAstray = false }: ReadingOptions = {},
): Markup {
  const jumps = [
    ...(quote ? [{ id: 'quote', label: labels.toQuote }] : []),
    ...(hasSections(source) ? [{ id: SECTIONS_ID, label: labels.toSections }] : []),
  ]
  const main = html`<div class="about">
<p class="back"><a href="/">${labels.toChat}</a></p>
${kindLine(source)}
<h1><bdi lang="${source.language}">${source.title}</bdi></h1>
${isAstray ? html`<p class="status" role="status">${labels.noSuchQuote}</p>` : ''}
${jumps.map(({ id, label }) => html`<p class="jump to-${id}"><a href="#${id}">${label}</a></p>\n`)}${noticesOn(source, now)}
${metadataList(cite(source))}
</div>
${article(source, quote)}
${sectionLinks(source, quote)}
${onward(source)}`
  const skips = [{ id: TEXT_ID, label: labels.toText }, ...jumps]
  return page({ site, title: `${source.title} – ${site.title}`, main, kind: 'reader', skips })
}

/** @param sources what else there is to read */
export function sourceNotFoundPage(site: Site, sources: readonly Source[]): Markup {
  const links = sources.map(({ id, title }) => html`<li><a href="/sources/${id}"><bdi>${title}</bdi></a></li>\n`)
  const main = html`<h1>${labels.notFoundTitle}</h1>
<p>${labels.notFound}</p>
${links.length > 0 ? html`<p>${labels.otherSources}</p>\n<ul>\n${links}</ul>` : ''}
<p><a href="/">${labels.toQuestion}</a></p>`
  return page({ site, title: `${labels.notFoundTitle} – ${site.title}`, main })
}

/** What it is, for whom and from when: what tells how far to trust it comes before its name. */
function kindLine(source: Source): Markup {
  const kind = source.publicationType === 'case-report' ? labels.caseReport : labels.source
  const audience = source.audience && labels.writtenForWhom[source.audience]
  const facts = [kind, ...(audience ? [audience] : []), datedText(source)]
  return html`<ul class="kind">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`
}

function noticesOn(source: Source, now: Date): Markup {
  const texts = [
    ...(isOld(source, now) ? [sourceNotices.age.text] : []),
    ...(source.publicationType === 'case-report' ? [sourceNotices.caseReport.text] : []),
    ...(source.audience === 'clinician' ? [sourceNotices.clinicians.text] : []),
    ...(tellsSurvival(source) ? [prognosis.figures.text] : []),
    ...(source.blocks.some((block) => isFigure(block, source.text)) ? [labels.noPictures] : []),
  ]
  if (texts.length === 0) return html``
  return html`<section class="notice info" aria-labelledby="good-to-know"><h2 id="good-to-know">${labels.goodToKnow}</h2>
<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul></section>`
}

function tellsSurvival({ blocks, text }: Source): boolean {
  return blocks.some(({ start, end, table }) =>
    holdsPrognosis({ text: text.slice(start, end), ...(table && { table }) }),
  )
}

function onward(source: Source): Markup {
  const link = linkOf(source)
  return html`<nav class="onward" aria-label="${labels.end}"><ul>
<li><a href="/">${labels.toChat}</a></li>
<li><a href="#main">${labels.toTop}</a></li>
${link ? html`<li><a href="${link}" rel="noopener noreferrer">${labels.toOriginal}</a></li>\n` : ''}</ul></nav>`
}
