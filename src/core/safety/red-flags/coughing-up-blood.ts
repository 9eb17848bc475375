import { emergencies } from '../catalogue.ts'
import { any, type RedFlag, sign, signUnless, term } from './red-flag.ts'
import { COUGH } from './words.ts'

const RED_STUFF = any(
  'something red',
  'red(?! (?:face|cheeks|eyes|nose|throat|cross|wine|light|flags?|card|hair|bull))',
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
  examples: [
    'I am coughing up blood',
    'he coughed and there was blood in the tissue',
    "there's blood in my phlegm",
    'my mum keeps spitting blood when she coughs',
    'coughed up a clot this morning',
    'pink foam comes up every time I cough',
    'blood streaked mucus since Sunday, I have lung mets',
    'why am I coughing blood',
    'a mouthful of bright red blood came up from my lungs when I coughed',
    'she brought up blood after a coughing fit',
    'hacking up bloody gunk tonight',
  ],
  nearMisses: [
    'Can lung metastases make someone cough up blood?',
    'Did the smoker in the report cough up blood?',
    "He isn't coughing up any blood",
    'grandad coughed up blood in the war',
    'I had to cough up fifty pounds for parking',
    'What does haemoptysis mean?',
  ],
}
