/** Makes the page at `/embed`, and the choices at `/`, follow each choice; without it, a press on their button does the same. */
import { attributesOf, type Choices, queryOf, readChoices } from '../../embed/choices.ts'
import { frameFor, policyFor, snippetFor } from '../../embed/snippet.ts'
import { copyText } from '../paper/clipboard.ts'
import { ownServer } from '../server-address.ts'

const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const form = document.querySelector<HTMLFormElement>('#choices')
const snippet = document.querySelector<HTMLTextAreaElement>('#snippet')
const status = find('#embed-status')

/** What the page says in words is written there by the server. */
const say = (what: 'copied' | 'notCopied' | 'changed') => {
  if (status) status.textContent = status.dataset[what] ?? ''
}

/** At `/` it is made when the choices are opened: the page's own chat is for readers, and stays as it is. */
function previewIn(box: HTMLElement | null): Element | null {
  const there = box?.querySelector('quotewell-chat')
  if (!box || there) return there ?? null
  const chat = document.createElement('quotewell-chat')
  chat.setAttribute('heading-level', '3')
  box.append(chat)
  return chat
}

function show(choices: Choices): void {
  if (snippet) snippet.value = snippetFor(ownServer, choices)
  const texts = { '#frame': frameFor(ownServer, choices), '#policy': policyFor(ownServer) }
  for (const [selector, text] of Object.entries(texts)) find(selector)?.replaceChildren(text)
  const chat = previewIn(find('#preview'))
  const told = new Map<string, string>(attributesOf(choices))
  for (const name of Object.keys(choices)) {
    const value = told.get(name)
    if (value === undefined) chat?.removeAttribute(name)
    else chat?.setAttribute(name, value)
  }
  const caution = find('#no-country')
  if (caution) caution.hidden = choices.country !== '' || caution.dataset.known !== undefined
  const query = queryOf(choices)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-chosen]')) {
    link.href = `${link.dataset.chosen}${query}`
  }
  // So that a reload and a link to the page of choices keep what was chosen.
  if (form?.action === location.origin + location.pathname) history.replaceState(null, '', location.pathname + query)
}

if (form) {
  const choices = () => {
    const chosen = new FormData(form)
    return readChoices((name) => chosen.get(name))
  }
  form.addEventListener('input', () => show(choices()))
  // Told when a choice is made, not at each letter.
  form.addEventListener('change', () => say('changed'))
  form.addEventListener('submit', (event) => event.preventDefault())
  const button = find('#show')
  if (button) button.hidden = true
  show(choices())
  const chosen = find('#chosen')
  if (chosen) chosen.hidden = false
}

const copy = find('#copy')
if (copy && snippet) {
  copy.hidden = false
  copy.addEventListener('click', async () => {
    const isCopied = await copyText(snippet.value)
    copy.focus()
    if (!isCopied) snippet.select()
    say(isCopied ? 'copied' : 'notCopied')
  })
}
