/** Two small sources with everything that a page must show, and what could break one. */
import { parseSource } from '../../src/core/ingest/parse.ts'

export const birds = parseSource({
  id: 'birds',
  markdown: `---
title: Birds & <i>Eggs</i>
authors: [Ada Finch, Ben Crane]
publisher: Nest Society
published: '2001-05-02'
lastRevised: '2004-12'
url: https://example.org/birds?page=1&print=yes
licence: CC BY 4.0
audience: patient
---

# Birds & Eggs

Swallows are "fast" <script>alert('x')</script> & small. They fly far 🐦🪺 each year.

## Eggs

Eggs differ:

- Robins lay blue eggs.
- Plovers lay spotted eggs.

### Clutches

Table 1: Eggs in a clutch

n, number of nests

| Bird | Eggs | Place |
| ---- | ---- | ----- |
| Robin | 5 | |
| Osprey | | <b>tree</b> |
| | 2 | cliff |

Clutches vary.
`,
})

export const owls = parseSource({
  id: 'owls',
  markdown: `---
title: One Owl
doi: 10.1000/owl.1
audience: clinician
publicationType: case-report
---

An owl was seen.

| Only head |
| --------- |

| Hour | Calls |
| ---- | ----- |
| 1 | 12 |
`,
})
