import { type Glossary, loadGlossary, loadSettings, type ServerSettings } from './lookups.ts'

/** What the server tells beside replies, looked up when it is first needed. @param onChange is called when there is more */
export function createKnown(server: () => string, onChange: () => void) {
  let settings: ServerSettings = {}
  let glossary: Glossary | null = null
  let isLookedUp = { settings: false, glossary: false }
  /** Ends what was begun, when the element leaves the page. */
  let life = new AbortController()
  return {
    settings: () => settings,
    glossary: () => glossary,
    async lookUpSettings(): Promise<void> {
      if (isLookedUp.settings) return
      isLookedUp.settings = true
      settings = await loadSettings(server(), life.signal)
      onChange()
    },
    async lookUpGlossary(): Promise<void> {
      if (isLookedUp.glossary) return
      isLookedUp.glossary = true
      glossary = await loadGlossary(server(), life.signal)
      onChange()
    },
    begin(): void {
      life = new AbortController()
    },
    end(): void {
      life.abort()
      isLookedUp = { settings: false, glossary: false }
    },
  }
}

export type Known = ReturnType<typeof createKnown>
