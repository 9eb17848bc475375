import { allergicReaction } from './allergic-reaction.ts'
import { breakdown } from './breakdown.ts'
import { chestPain } from './chest-pain.ts'
import { collapse } from './collapse.ts'
import { coughingUpBlood } from './coughing-up-blood.ts'
import { crisisOther } from './crisis-other.ts'
import { feverOnTreatment } from './fever-on-treatment.ts'
import { heavyBleeding } from './heavy-bleeding.ts'
import { hopelessnessBurden } from './hopelessness-burden.ts'
import { overdose } from './overdose.ts'
import type { RedFlag } from './red-flag.ts'
import { seizure } from './seizure.ts'
import { selfHarm } from './self-harm.ts'
import { spinalCordPressure } from './spinal-cord-pressure.ts'
import { stroke } from './stroke.ts'
import { suicidalThoughts } from './suicidal-thoughts.ts'
import { troubleBreathing } from './trouble-breathing.ts'
import { unsafeWithOthers } from './unsafe-with-others.ts'

/** Every red flag. Where a message tells more than one of a kind, the first of them here names the text. */
export const RED_FLAGS: readonly RedFlag[] = [
  overdose,
  collapse,
  seizure,
  allergicReaction,
  troubleBreathing,
  coughingUpBlood,
  heavyBleeding,
  chestPain,
  stroke,
  spinalCordPressure,
  feverOnTreatment,
  suicidalThoughts,
  selfHarm,
  hopelessnessBurden,
  crisisOther,
  unsafeWithOthers,
  breakdown,
]
