/** The page at `/embed`, for moderators: choose how the chat looks, copy its lines, try it. */
import { html } from 'hono/html'
import { attributesOf, type Choices, MAX_WORDS, MODES, queryOf, THEMES } from '../../embed/choices.ts'
import { frameFor, policyFor, snippetFor } from '../../embed/snippet.ts'
import { countries, countryName } from './embed-countries.ts'
import { embedLabels as labels } from './embed-labels.ts'
import { type Markup, page } from './layout.ts'
import type { Site } from './site.ts'

interface EmbedPageOptions {
  readonly site: Site
  readonly choices: Choices
  /** Address of this server, without a slash at the end. */
  readonly server: string
  /** Of requests that name none. */
  readonly defaultCountry: string | null
}

export function embedPage(options: EmbedPageOptions): Markup {
  const { site, choices } = options
  const main = html`<h1>${labels.title}</h1>
<p>${labels.intro}</p>
${choicesForm(options)}
${snippetSection(options)}
<h2>${labels.tryTitle}</h2>
<p>${labels.tryIntro}</p>
<p><a id="try" href="/embed/try${queryOf(choices)}">${labels.tryLink}</a></p>
${chatElement(choices, 3, html`<p>${labels.needsScript}</p>`)}
<h2>${labels.elsewhere}</h2>
<dl>${labels.places.map(([name, how]) => html`<dt>${name}</dt><dd>${how}</dd>`)}</dl>
${moreSnippets(options)}`
  return page({
    site,
    title: `${labels.title} – ${site.title}`,
    main,
    kind: 'embed',
    script: ['/widget.js', '/embed.js'],
  })
}

/** The element as it was chosen. @param level of its heading @param inside shown where no script runs */
export function chatElement(choices: Choices, level: 2 | 3, inside: Markup): Markup {
  const attributes = attributesOf(choices).map(([name, value]) => html` ${name}="${value}"`)
  return html`<quotewell-chat heading-level="${level}"${attributes}>${inside}</quotewell-chat>`
}

function choicesForm({ choices, defaultCountry }: EmbedPageOptions): Markup {
  const { mode, theme, heading, placeholder, country } = choices
  const unchosen = defaultCountry ? labels.serverCountry(countryName(defaultCountry)) : labels.noCountry
  return html`<form id="choices" method="get" action="/embed" autocomplete="off">
${selectField(
  'mode',
  labels.mode,
  MODES.map((one) => [one, labels.modes[one]]),
  mode,
)}
${selectField(
  'theme',
  labels.theme,
  THEMES.map((one) => [one, labels.themes[one]]),
  theme,
)}
${textField('heading', labels.heading, labels.headingHint, heading)}
${textField('placeholder', labels.placeholder, labels.placeholderHint, placeholder)}
${selectField(
  'country',
  labels.country,
  [
    ['', unchosen],
    ...countries.map(({ code, name, number }) => [code, labels.withNumber(name, number)] as const),
    ...(country && countries.every(({ code }) => code !== country) ? [[country, countryName(country)] as const] : []),
  ],
  country,
  labels.countryHint,
)}
<p class="notice caution" id="no-country"${defaultCountry ? html` data-known` : ''}${defaultCountry || country ? html` hidden` : ''}><strong>${labels.caution}</strong> ${labels.noCountryCaution}</p>
<button type="submit" id="show">${labels.show}</button>
</form>`
}

type Option = readonly [value: string, label: string]

function selectField(
  name: keyof Choices,
  label: string,
  options: readonly Option[],
  chosen: string,
  hint = '',
): Markup {
  const list = options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )
  return html`<p><label for="choose-${name}">${label}</label>
<select id="choose-${name}" name="${name}"${described(name, hint)}>${list}</select>${hintOf(name, hint)}</p>`
}

function textField(name: keyof Choices, label: string, hint: string, value: string): Markup {
  return html`<p><label for="choose-${name}">${label}</label>
<input id="choose-${name}" name="${name}" value="${value}" maxlength="${MAX_WORDS}"${described(name, hint)}>${hintOf(name, hint)}</p>`
}

const described = (name: string, hint: string) => (hint ? html` aria-describedby="hint-${name}"` : '')
const hintOf = (name: string, hint: string) => (hint ? html`<span class="hint" id="hint-${name}">${hint}</span>` : '')

function snippetSection({ server, choices }: EmbedPageOptions): Markup {
  const { copied, notCopied, changed } = labels
  return html`<h2><label for="snippet">${labels.snippetTitle}</label></h2>
<textarea id="snippet" class="lines" readonly rows="5" spellcheck="false">${snippetFor(server, choices)}</textarea>
<p class="copying"><button type="button" id="copy" hidden>${labels.copy}</button>
<span id="embed-status" role="status" data-copied="${copied}" data-not-copied="${notCopied}" data-changed="${changed}"></span></p>
<p>${labels.origins} <code>QUOTEWELL_ALLOWED_ORIGINS=https://your-group.example</code></p>`
}

function moreSnippets({ server, choices }: EmbedPageOptions): Markup {
  return html`<p>${labels.policy}</p>
<pre id="policy" tabindex="0">${policyFor(server)}</pre>
<p>${labels.frame}</p>
<pre id="frame" tabindex="0">${frameFor(server, choices)}</pre>`
}
