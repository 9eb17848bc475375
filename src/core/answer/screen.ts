import { messages } from '../safety/catalogue.ts'
import { actionsFor } from '../safety/contacts.ts'
import { findDanger, findDangerAlone } from '../safety/danger/find-danger.ts'
import type { CatalogueEntry } from '../safety/fixed-text.ts'
import { plainWords, type Sentence } from '../safety/plain-words.ts'
import { composeSafety } from './compose.ts'
import type { Answer, ChatRequest } from './reply.ts'
import { screenLanguage } from './screen-language.ts'

/**
 * The reply to an emergency or a crisis that the message tells, or to a message that is not in English; else null. It
 * needs neither model nor index, so that interfaces call it before they wait for the engine.
 */
export function screen(request: Omit<ChatRequest, 'maxQuotes'>): Answer | null {
  const known = screened.get(request)
  if (known !== undefined) return known
  const answer = screenAnew(request)
  screened.set(request, answer)
  return answer
}

/** A route screens before it waits, the engine because whoever calls it must be safe: the work is done once. */
const screened = new WeakMap<object, Answer | null>()

/**
 * What the rules make of a message that `screen` let pass and no engine will read, because it can't load or has no time:
 * they are doubted less then. Null where they find nothing.
 */
export function screenAlone(request: Omit<ChatRequest, 'maxQuotes'>): Answer | null {
  const found = findDangerAlone(sentencesOf(request), request.history)
  return found.length > 0 ? composeSafety(found, request.country) : null
}

/** The message's sentences as plain words, read once for all that listen for danger. */
export function sentencesOf(request: Pick<ChatRequest, 'message'>): readonly Sentence[] {
  const known = readings.get(request)
  if (known !== undefined) return known
  const sentences = plainWords(request.message)
  readings.set(request, sentences)
  return sentences
}

const readings = new WeakMap<object, readonly Sentence[]>()

function screenAnew(request: Omit<ChatRequest, 'maxQuotes'>): Answer | null {
  const { message, history, country } = request
  const found = findDanger(sentencesOf(request), history)
  if (found.length > 0) return composeSafety(found, country)
  return screenLanguage(message, (kind) => actionsFor(kind, country))
}

/** Whole messages, lower case, without marks, that get a fixed reply instead of a search. */
const SMALL_TALK: readonly { readonly pattern: RegExp; readonly reply: CatalogueEntry }[] = [
  {
    pattern:
      /^(hi|hiya|hello|hey|greetings|good (morning|afternoon|evening|day))( (there|all|everyone|bot|quotewell))?$/,
    reply: messages.greeting,
  },
  {
    pattern:
      /^(ok |okay |great |perfect |lovely )?(thanks|thank you|thankyou|thx|ty|cheers|much appreciated)( (a lot|so much|very much|again|for your help|for the help|for that))?$/,
    reply: messages.thanks,
  },
  {
    pattern:
      /^(ok|okay|k|yes|yeah|yep|no|nope|right|alright|all right|i see|got it|fine|great|cool|sure|understood)( then)?$/,
    reply: messages.acknowledgement,
  },
  {
    pattern: /^(ok |okay |thanks )?(bye|goodbye|bye bye|good night|see you|see you later)( now)?$/,
    reply: messages.farewell,
  },
  {
    pattern:
      /^(hello |hi |hey )?(help|what can (you|u|this|it) do( for me)?|what do you do|what are you|who are you|how do you work|how does this( chat| bot)? work|what (can|should) i ask( you)?|are you (a )?(bot|robot|human|real person|person|doctor|ai|real)( or .{1,40})?)$/,
    reply: messages.capabilities,
  },
]

/** The fixed reply to a message that is only a greeting, thanks, a farewell or a question about the chat; else null. */
export function screenSmallTalk(message: string): CatalogueEntry | null {
  if (message.length > 80) return null
  const words = message
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return SMALL_TALK.find(({ pattern }) => pattern.test(words))?.reply ?? null
}
