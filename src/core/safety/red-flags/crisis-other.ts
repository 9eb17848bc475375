import { crises } from '../catalogue.ts'
import { any, type RedFlag, sign } from './red-flag.ts'
import { MEDICINE } from './words.ts'

const SOMEONE = any(
  'he',
  'hes',
  'she',
  'shes',
  'they',
  'dad',
  'dads',
  'mum',
  'wife',
  'husband',
  'husbands',
  'hubby',
  'son',
  'daughter',
  'brother',
  'sister',
  'friend',
  'mate',
  'partner',
  'boyfriend',
  'girlfriend',
  'member',
  'someone',
  'nan',
  'gran',
  'uncle',
  'aunt',
  'cousin',
  'lad',
  'neighbour',
)

/** What others see; what the person says meets the signs of the other crises. */
export const crisisOther: RedFlag = {
  id: 'crisis-other',
  kind: 'crisis',
  text: crises.helper,
  helperText: crises.helper,
  signs: [
    sign(
      SOMEONE,
      any(
        '(?:texted|messaged|sent|posted|said|wrote|left|phoned|rang|saying|typed) (?:me |us |everyone |a |his |her )?(?:goodbye|goodbyes|a goodbye|farewell|a note|a suicide note)',
      ),
    ),
    sign(
      any('suicide note', 'found a note', 'goodbye note', 'found (?:a |his |her )?(?:rope|noose|stash|pills hidden)'),
    ),
    sign(
      SOMEONE,
      any(
        'stockpil(?:ing|ed|es)',
        'hoard(?:ing|ed|s)',
        'hid(?:ing|den|es)',
        'saving up',
        'stash(?:ing|ed)',
        'counting',
      ),
      any(MEDICINE),
    ),
    sign(
      SOMEONE,
      any(
        'wants? to (?:die|end it|go|be dead)',
        'doesnt want to (?:be here|live|be alive|go on|carry on)',
        'talk(?:s|ing)? about (?:dying|ending|death|jumping|killing|not being here|suicide)',
        'okay without (?:him|her|them)',
        'be (?:ok|okay|fine|better off) without (?:him|her|them)',
        'wouldnt let it get',
        'given up on life',
        'lost the will',
        'wont be here',
        'not be around much longer',
      ),
    ),
    sign(
      any(
        'okay without him',
        'okay without her',
        'ok without him',
        'ok without her',
        'be fine without him',
        'be fine without her',
        'manage without him',
        'manage without her',
      ),
    ),
    sign(
      SOMEONE,
      any('gave away', 'giving away', 'gave (?:his|her)', 'given away', 'saying goodbye', 'said goodbye'),
      any('all', 'everything', 'worried', 'scared', 'without', 'note', 'quiet', 'low', 'things', 'stuff'),
    ),
  ],
  examples: [],
  nearMisses: [],
}
