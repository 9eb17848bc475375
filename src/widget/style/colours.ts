import { css } from 'lit'

/** Those of the pages. Text and its background differ by 4.5 to 1 or more, edges of controls by 3 to 1. */
const light = css`
  color-scheme: light;
  --page: var(--quotewell-page, #faf9f6);
  --card: var(--quotewell-card, #ffffff);
  --text: var(--quotewell-text, #20262b);
  --quiet: var(--quotewell-quiet, #55606a);
  --line: var(--quotewell-line, #dcdfdf);
  --field: var(--quotewell-field, #757f88);
  --accent: var(--quotewell-accent, #0a5a6b);
  --on-accent: var(--quotewell-on-accent, #ffffff);
  --tint: var(--quotewell-tint, #e6f0f1);
  --mark: var(--quotewell-mark, #fff0bd);
  --urgent: #a8201a;
  --urgent-tint: #fdf0ee;
  --caution: #8a5a00;
  --shadow: rgb(28 40 48 / 0.18);
`

const dark = css`
  color-scheme: dark;
  --page: var(--quotewell-page, #14181b);
  --card: var(--quotewell-card, #1d2327);
  --text: var(--quotewell-text, #e6e9eb);
  --quiet: var(--quotewell-quiet, #a9b3bb);
  --line: var(--quotewell-line, #343e45);
  --field: var(--quotewell-field, #7d8992);
  --accent: var(--quotewell-accent, #84cbd9);
  --on-accent: var(--quotewell-on-accent, #0c1a1e);
  --tint: var(--quotewell-tint, #20343a);
  --mark: var(--quotewell-mark, #4d4016);
  --urgent: #ff9a93;
  --urgent-tint: #33201f;
  --caution: #f0bf62;
  --shadow: rgb(0 0 0 / 0.55);
`

export const colours = css`
  .root { ${light} }
  .root.dark { ${dark} }
  @media (prefers-color-scheme: dark) {
    .root.auto { ${dark} }
  }
`
