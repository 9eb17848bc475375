import type { Files } from './temp-folders.ts'

const bone = `---
title: Bone facts
publisher: Example Press
lastRevised: '2020-05'
audience: patient
---

# Bone facts

Bones are hard. They hold the body up.

## Growth

Bones grow until about the age of 20. After that they only mend.

| Bone | Place |
|---|---|
| Femur | Thigh |
| Skull | Head |
`

const boneQuestions = `- quote: Bones grow until about the age of 20.
  questions:
    - Until what age do bones grow?
    - When do bones stop growing?
`

const heart = `---
title: Heart facts
---

The heart pumps blood through the body.

- It beats about 70 times a minute.
`

/** Two sources: quick to embed, with a section, a table, a list and reader questions. */
export const smallCorpus = { 'bone.md': bone, 'bone.questions.yaml': boneQuestions, 'heart.md': heart } satisfies Files

export const smallCounts = { sources: 2, passages: 6, sentences: 8, questions: 2 }
