import { css } from 'lit'

/** The frame around the conversation, in the page or over it. Nothing of the host page's styles is inherited. */
export const frame = css`
  :host { display: block; }
  :host([hidden]) { display: none; }
  .root {
    all: initial;
    display: block;
    box-sizing: border-box;
    --tint: color-mix(in srgb, var(--accent) 11%, var(--page));
    --shadow: rgb(0 0 0 / 0.22);
    color: var(--text);
    font-family: var(--quotewell-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
    line-height: 1.55;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  /* Not on the root itself: there, an em would be one of the host page. */
  .root > * { font-size: var(--quotewell-font-size, 1.0625em); }
  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, ol, figure, blockquote { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; touch-action: manipulation; }
  a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
  a:hover { text-decoration-thickness: 2px; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  textarea:focus-visible { outline-width: 2px; outline-offset: 0; border-color: var(--accent); }
  [tabindex='-1']:focus { outline: none; }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    width: 100%;
    height: var(--quotewell-height, min(46em, 88vh));
    min-height: 22em;
    overflow: hidden;
    background: var(--page);
    border: 1px solid var(--line);
    border-radius: var(--quotewell-radius, 0.85em);
  }
  @supports (height: 1dvh) {
    .frame { height: var(--quotewell-height, min(46em, 88dvh)); }
  }
  header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0 0.25em;
    min-height: 3.5em;
    padding: 0.25em 0.5em 0.25em 1.25em;
    padding-inline: 1.25em 0.5em;
    background: var(--card);
    border-bottom: 1px solid var(--line);
  }
  h2 { flex: 1 1 0; min-width: 0; font-size: 1.1em; font-weight: 650; line-height: 1.25; letter-spacing: -0.005em; }
  .log {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1.25em;
    scrollbar-color: var(--field) transparent;
    scrollbar-width: thin;
    container-type: size;
  }
  .log:focus-visible { outline-offset: -3px; }
  .intro > p { max-width: 34em; }
  .greeting { font-size: 1.12em; line-height: 1.45; text-wrap: pretty; }
  .steps { display: grid; gap: 0.5em; margin-top: 1.25em; counter-reset: step; }
  .steps li { display: flex; gap: 0.8em; align-items: baseline; max-width: 34em; }
  .steps li::before {
    counter-increment: step;
    content: counter(step);
    flex: none;
    width: 1.75em;
    height: 1.75em;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent);
    font-size: 0.92em;
    font-weight: 650;
    line-height: 1.75em;
    text-align: center;
  }
  .privacy { margin-top: 1.25em; color: var(--quiet); font-size: 0.9em; }

  .composer {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 0.5em;
    padding: 0.75em 1em 0.5em;
    background: var(--card);
    border-top: 1px solid var(--line);
  }
  textarea {
    flex: 1 1 9em;
    min-width: 0;
    min-height: 2.75em;
    max-height: 8.5em;
    margin: 0;
    padding: 0.55em 0.85em;
    field-sizing: content;
    resize: none;
    background: var(--page);
    border: 1px solid var(--field);
    border-radius: 0.65em;
    line-height: 1.45;
  }
  textarea::placeholder { color: var(--quiet); opacity: 1; }
  textarea[aria-invalid='true'] { border: 2px solid var(--urgent); }
  .send {
    flex: none;
    min-height: 2.75em;
    padding: 0.4em 1.35em;
    background: var(--accent);
    color: var(--on-accent);
    border: 1px solid transparent;
    border-radius: 0.65em;
    font-weight: 600;
  }
  .fault { flex: 1 0 100%; color: var(--urgent); font-size: 0.92em; font-weight: 600; }
  .disclaimers {
    flex: none;
    padding: 0.15em 1.25em 0.8em;
    background: var(--card);
    color: var(--quiet);
    font-size: 0.78em;
    line-height: 1.4;
  }
  .disclaimers p { display: inline; }
  /* English sentences that share a line with words from right to left swap places with them. */
  .root[dir='rtl'] :is(.disclaimers p, .notice span) { display: block; }

  .launcher {
    position: fixed;
    inset-block-end: max(1.25em, env(safe-area-inset-bottom));
    inset-inline-end: 1.25em;
    z-index: 2147483000;
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 3.25em;
    padding: 0.6em 1.35em 0.6em 1.1em;
    background: var(--accent);
    color: var(--on-accent);
    border: 1px solid transparent;
    border-radius: 2em;
    box-shadow: 0 0.35em 1.4em var(--shadow);
    font-weight: 600;
  }
  .launcher[aria-expanded='true'] { visibility: hidden; }
  .close { flex: none; width: 2.75em; min-height: 2.75em; padding: 0.8em; background: none; border: 0; border-radius: 0.5em; color: var(--accent); line-height: 0; }
  .close:hover { background: var(--tint); }
  .close svg { width: 100%; height: 100%; }
  .launcher svg { width: 1.35em; height: 1.35em; flex: none; }
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: 1.25em;
    inset-inline-end: 1.25em;
    z-index: 2147483001;
    width: min(27em, calc(100vw - 2.5em));
    max-width: none;
    max-height: none;
    height: min(44em, calc(100vh - 2.5em));
    margin: 0;
    padding: 0;
    color: inherit;
    background: transparent;
    border: 0;
    border-radius: var(--quotewell-radius, 0.85em);
    box-shadow: 0 0.75em 3em var(--shadow);
  }
  dialog .frame { height: 100%; min-height: 0; }
  dialog::backdrop { background: transparent; }

  @media (max-width: 34em) {
    dialog { inset: 0; width: 100%; height: 100%; border-radius: 0; }
    dialog .frame { border: 0; border-radius: 0; }
    .log { padding: 1em; }
    header { padding-inline-start: 1em; }
    h2 { font-size: 1em; }
    .composer { gap: 0.4em; padding-inline: 0.6em; }
    textarea { padding-inline: 0.65em; }
    .send { padding-inline: 0.9em; }
    .disclaimers { padding-inline: 1em; }
  }
  /*
   * Little height, as on a phone, one held sideways or at 400 % zoom: one thing scrolls, all of it, instead of a slit
   * in the middle, in which somebody in danger would find no number to call.
   */
  @media (max-height: 30em), (max-width: 34em) and (max-height: 60em) {
    .frame { display: block; height: auto; min-height: 0; overflow: visible; }
    header { border-radius: var(--quotewell-radius, 0.85em) var(--quotewell-radius, 0.85em) 0 0; }
    dialog { overflow-y: auto; inset-block: 0; height: 100%; }
    dialog .frame { height: auto; }
    dialog header { border-radius: 0; }
    .log { overflow: visible; container-type: normal; }
    .disclaimers { font-size: 0.88em; border-radius: 0 0 var(--quotewell-radius, 0.85em) var(--quotewell-radius, 0.85em); }
  }
  /* High enough for the field to stay in view, and for the button that closes. */
  @media (max-width: 34em) and (min-height: 30em) and (max-height: 60em) {
    .composer { position: sticky; bottom: 0; }
    /* In danger the screen is for what to do. */
    .log:has(.exchange.safety:last-child) ~ .composer { position: static; }
    dialog .frame { display: flex; min-height: 100%; }
    .log { flex: 1 0 auto; }
    dialog header { position: sticky; top: 0; z-index: 1; }
    /* What is brought into view by a key or by an answer isn't covered by them. */
    .log :is(a, button) { scroll-margin-bottom: 6em; }
    dialog .log :is(a, button, .exchange, .answer) { scroll-margin-top: 4.5em; }
  }
  @media (forced-colors: active) {
    .send, .launcher, .button, .suggestion, .call { border-color: ButtonText; }
    .frame { border-color: CanvasText; }
    .asked { border: 1px solid CanvasText; }
    mark { background: Mark; color: MarkText; }
  }
`
