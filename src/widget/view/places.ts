import type { LitElement } from 'lit'

/** Where most readers tap, a focused field would cover the answer with a keyboard. */
export const isTouched = () => matchMedia('(pointer: coarse)').matches

/** Brings focus and view to the places of a chat. */
export function createPlaces(element: LitElement) {
  const log = () => element.renderRoot.querySelector<HTMLElement>('.log')
  function find<Found extends HTMLElement>(id: string): Found | null {
    return element.renderRoot.querySelector<Found>(`#${id}`)
  }
  const field = () => find<HTMLTextAreaElement>('message')
  return {
    find,
    /** For the question. */
    field,
    /** When it is drawn. */
    focus(id: string): void {
      void element.updateComplete.then(() => find(id)?.focus({ preventScroll: true }))
    },
    /** Where a conversation begins. */
    focusStart(): void {
      const start = isTouched() ? log() : field()
      start?.focus({ preventScroll: true })
    },
    /** Brings a place to the top of the log, or of the page where the log doesn't scroll, when it is drawn, so that it is read from the beginning. */
    scrollTo(id: string): void {
      void element.updateComplete.then(() => {
        const around = log()
        const target = find(id)
        if (!around || !target) return
        const isOwn = getComputedStyle(around).overflowY === 'auto'
        const margin = Number.parseFloat(getComputedStyle(target).scrollMarginTop)
        if (isOwn) around.scrollTop = target.offsetTop - margin
        else target.scrollIntoView()
      })
    },
  }
}

export type Places = ReturnType<typeof createPlaces>
