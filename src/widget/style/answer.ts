import { css } from 'lit'

/** Questions and answers, as people read them: the quotes in a book's letters, everything else in the page's. */
export const answer = css`
  .exchange { padding-block: 1.5em 0.5em; scroll-margin-top: 0.5em; }
  /* Room enough to bring the question to the top, whatever the length of its answer. */
  .exchange:last-child { min-height: calc(100% + 1.25em); }
  .answer { scroll-margin-top: 0.5em; }
  .exchange.safety:last-child .answer { min-height: calc(100cqh + 0.75em); }
  .asked {
    width: fit-content;
    max-width: min(34em, 88%);
    margin-inline-start: auto;
    margin-bottom: 1.1em;
    padding: 0.6em 1em;
    background: var(--tint);
    border-radius: 1em 1em 0.25em 1em;
    font-size: 1em;
    font-weight: 500;
    line-height: 1.45;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .root[dir='rtl'] .asked { border-radius: 1em 1em 1em 0.25em; }
  .message { max-width: 40em; text-wrap: pretty; }
  .root[dir='rtl'] :is(.message, blockquote, .notice) { max-width: none; }
  .searched { margin-top: 0.4em; color: var(--quiet); font-size: 0.92em; }
  .searching { display: flex; align-items: center; gap: 0.75em; color: var(--quiet); min-height: 2em; }
  .dots { display: inline-flex; gap: 0.3em; }
  .dots i { width: 0.45em; height: 0.45em; border-radius: 50%; background: var(--accent); opacity: 0.35; }
  @media (prefers-reduced-motion: no-preference) {
    .log { scroll-behavior: smooth; }
    .dots i { animation: breathe 1.4s ease-in-out infinite; }
    .dots i:nth-child(2) { animation-delay: 0.2s; }
    .dots i:nth-child(3) { animation-delay: 0.4s; }
    @keyframes breathe { 50% { opacity: 1; } }
  }

  .notice {
    max-width: 42em;
    margin-top: 0.9em;
    padding: 0.1em 0 0.1em 0.95em;
    padding-inline: 0.95em 0;
    border-inline-start: 3px solid var(--field);
    color: var(--text);
    font-size: 0.88em;
    line-height: 1.5;
  }
  .notice.info { color: var(--quiet); }
  .notice.info + .notice.info { margin-top: 0; padding-top: 0.5em; }
  .notice strong { color: var(--text); font-weight: 650; }
  .notice.caution { border-color: var(--caution); }
  .notice.caution strong { color: var(--caution); }
  .notice.urgent {
    padding: 0.9em 1.1em 1em;
    background: color-mix(in srgb, var(--urgent) 8%, var(--card));
    border: 1px solid var(--urgent);
    border-inline-start-width: 5px;
    border-radius: 0.5em;
    font-size: 1em;
  }
  .notice.urgent strong { color: var(--urgent); }
  .actions { display: flex; flex-wrap: wrap; gap: 0.6em; margin-top: 0.85em; }
  .call {
    display: inline-flex;
    align-items: center;
    min-height: 2.75em;
    padding: 0.45em 1.1em;
    border: 1px solid var(--accent);
    border-radius: 0.6em;
    font-weight: 650;
    text-decoration: none;
  }
  .call:hover { text-decoration: underline; }
  .urgent .call { background: var(--urgent); border-color: var(--urgent); color: var(--card); }

  @media (max-width: 34em) {
    .notice.urgent { padding-inline: 0.8em; }
    .actions li, .call { width: 100%; }
    .call { padding-inline: 0.8em; text-wrap: balance; }
  }

  .quotes { margin-top: 1.25em; display: grid; gap: 0.9em; }
  .quote {
    padding: 1.15em 1.25em 0.9em;
    background: var(--card);
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--accent);
    border-radius: 0.4em 0.7em 0.7em 0.4em;
  }
  .root[dir='rtl'] .quote { border-radius: 0.7em 0.4em 0.4em 0.7em; }
  .quote:focus { border-color: var(--accent); }
  blockquote {
    max-width: 36em;
    font-family: var(--quotewell-quote-font, Georgia, 'Iowan Old Style', 'Times New Roman', serif);
    font-size: 1.13em;
    line-height: 1.55;
    text-wrap: pretty;
    hanging-punctuation: first;
  }
  mark { padding: 0.08em 0; background: var(--mark); color: inherit; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .term {
    display: inline;
    margin: 0;
    padding: 0;
    background: none;
    border: 0;
    text-decoration: underline dotted 2px var(--accent);
    text-underline-offset: 0.2em;
    user-select: text;
    -webkit-user-select: text;
  }
  .term:hover, .term[aria-expanded='true'] { text-decoration-style: solid; }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 0.75em;
    margin-top: 0.9em;
    padding-top: 0.7em;
    border-top: 1px solid var(--line);
    color: var(--quiet);
    font-size: 0.88em;
    line-height: 1.45;
  }
  cite { flex: 1 0 100%; color: var(--text); font-style: normal; font-weight: 600; }
  .section { flex: 1 0 100%; }
  .facts { display: contents; }
  .audience { padding: 0 0.6em; border: 1px solid var(--line); border-radius: 1em; white-space: nowrap; }
  .audience.patient { color: var(--accent); border-color: currentColor; }
  .source { display: inline-flex; align-items: center; min-height: 44px; flex: 1 0 100%; width: fit-content; font-weight: 600; }
  table { width: 100%; border-collapse: collapse; font-family: var(--quotewell-font, system-ui, sans-serif); font-size: 0.84em; line-height: 1.45; }
  caption { padding-bottom: 0.5em; color: var(--quiet); text-align: start; }
  caption p { color: var(--text); font-weight: 600; }
  th, td { padding: 0.4em 0.7em; border: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  th { width: 42%; background: var(--page); font-weight: 600; }
  @media (max-width: 34em) {
    th, td { padding-inline: 0.5em; }
    /* Most words of a header fit in one line. */
    th { width: 50%; }
  }
  .gate p { margin-bottom: 0.7em; color: var(--quiet); }
  .explanation { margin-top: 0.9em; padding: 0.85em 1em 0.25em; background: var(--tint); border-radius: 0.55em; }
  .explanation blockquote { font-size: 1.03em; }
  .label { margin-bottom: 0.5em; color: var(--quiet); font-size: 0.88em; font-weight: 600; }
  .explanation .origin { margin-top: 0.5em; color: var(--quiet); font-size: 0.88em; }
  .explanation cite { font-weight: 500; }
  .explanation .source { display: inline; }

  .button, .suggestion {
    min-height: 2.75em;
    padding: 0.45em 1.1em;
    background: var(--card);
    border: 1px solid var(--field);
    border-radius: 0.65em;
    color: var(--accent);
    font-weight: 600;
    text-align: start;
  }
  .button:hover, .suggestion:hover { border-color: var(--accent); background: var(--tint); }
  [aria-disabled='true'] { opacity: 0.65; cursor: default; }
  .suggestions { margin-top: 1.5em; }
  .suggestions ul { display: flex; flex-wrap: wrap; gap: 0.55em; }
  .suggestion { font-weight: 500; line-height: 1.4; }
  .plain {
    min-width: 44px;
    min-height: 44px;
    padding: 0.3em 0.75em;
    background: none;
    border: 0;
    border-radius: 0.5em;
    color: var(--accent);
    font-size: 0.92em;
    font-weight: 600;
    text-align: start;
  }
  .plain:hover { text-decoration: underline; text-underline-offset: 0.2em; }
  .tools { display: flex; flex-wrap: wrap; gap: 0 0.5em; margin: 1em 0 0 -0.75em; margin-inline: -0.75em 0; }
  .note { align-self: center; padding-inline: 0.5em; color: var(--quiet); font-size: 0.92em; }
  .explanation .plain { margin-inline-start: -0.75em; }
  .failure { display: grid; gap: 0.8em; justify-items: start; }
  .failure p { max-width: 36em; }
`
