import { describe, expect, test } from 'vitest'
import { screenSmallTalk } from '../../../src/core/answer/screen.ts'
import { messages } from '../../../src/core/safety/catalogue.ts'

describe('screenSmallTalk', () => {
  test.each([
    ['Hi!', messages.greeting],
    ['good morning', messages.greeting],
    ['Hello there', messages.greeting],
    ['thank you so much!!', messages.thanks],
    ['ok thanks', messages.thanks],
    ['ok', messages.acknowledgement],
    ['I see.', messages.acknowledgement],
    ['Bye', messages.farewell],
    ['What can you do?', messages.capabilities],
    ['are you a real person?', messages.capabilities],
    ['how does this work', messages.capabilities],
  ])('%s gets a fixed text', (message, reply) => {
    expect(screenSmallTalk(message)).toBe(reply)
  })

  test.each([
    'hi, how rare is it?',
    'thanks, and what about chemo?',
    'hello can it come back',
    'help with paying for treatment',
    'what can you do about pain',
    'who are the authors',
    'morning stiffness',
    'ok so is it rare',
    'no cure?',
  ])('%s is a question and is searched', (message) => {
    expect(screenSmallTalk(message)).toBeNull()
  })
})
