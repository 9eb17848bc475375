import { emergencies } from '../catalogue.ts'
import { any, type RedFlag, sign, signUnless, term } from './red-flag.ts'
import { COUGH } from './words.ts'

const RED_STUFF = any(
  'blood',
  'bloody',
  'bleed(?:s|ing)?',
  'bloodstained',
  'blood stained',
  'clots?',
  'red (?:stuff|bits?|streaks?|specks?|flecks?|spit|phlegm|mucus|spots?)',
  'bright red',
  'dark red',
  'rusty?',
  'rust colou?red',
  'pink',
  'pinkish',
  'crimson',
  'scarlet',
  'raw liver',
  'coming up red',
  'frothy',
  '(?:goes|went|turned|turns|is|was|all|comes out|came out|came up) red',
  'red (?:in|on) the (?:tissue|hanky|sink|towel)',
  'reddish',
)

export const coughingUpBlood: RedFlag = {
  id: 'coughing-up-blood',
  kind: 'emergency',
  text: emergencies.coughingBlood,
  helperText: emergencies.coughingBlood,
  signs: [
    signUnless(
      /\b(?:face|throat|eyes|cheeks|nose) (?:goes|went|is|was|all|turned|turns|are) red\b|\bpink (?:medicine|syrup|tablet|pill)\b|\bblood (?:test|count|pressure)\b/,
      any(COUGH),
      RED_STUFF,
    ),
    sign(any('red'), any('tissue', 'hanky', 'handkerchief', 'kleenex', 'towel', 'sink', 'pillow'), any(COUGH)),
    term(any('haemoptysis')),
    sign(
      any('bring(?:s|ing)? up', 'brought up', 'coming up', 'came up', 'throat', 'lungs?'),
      any('blood', 'bloody'),
      any('lungs?', 'cough\\w*', 'chest', 'throat', 'mouth', 'coming up', 'bring\\w*'),
    ),
    sign(any('taste of blood', 'tast(?:e|es|ing) blood'), any(COUGH)),
  ],
  examples: [],
  nearMisses: [],
}
