/**
 * Every difference between a source as it was found (`corpus/original`) and as it is quoted (`corpus/*.md`).
 * Pieces read as they do once the lines of the raw text are joined: single spaces, no hyphens at line ends.
 */

/** Found exactly `times` times (default 1), or exactly once right after `after`. */
export interface Piece {
  text: string
  after?: string
  times?: number
  why: string
}

/** From the start of `from` up to, not including, `to`; to the end of the file when `to` is null. */
export interface Stretch {
  from: string
  to: string | null
  why: string
}

/** `text` is taken from its place and put right after `after`. Moves run in order, before the removals. */
export interface Move {
  text: string
  after: string
  why: string
}

export interface Repairs {
  sha256: string
  removals: (Piece | Stretch)[]
  moves: Move[]
  /** Words whose hyphen stands at a line end but belongs to the word. */
  keptHyphens: string[]
}

export const repairs: Record<string, Repairs> = {
  'mesenchymal-chondrosarcoma-liddy-shriver': {
    sha256: '5a40f536a3cdba539fde98da890f48a0d2eca2647f535d5d342669a9467ce403',
    removals: [
      { text: 'Print it', why: 'link of the web page' },
      { text: 'Figure 1A: MRI before treatment...', times: 2, why: 'placeholder of an image' },
      { text: 'Figure 1B: MRI after treatment...', times: 2, why: 'placeholder of an image' },
      { text: '•', times: 2, why: 'list mark before the figure texts' },
      { text: 'read more.', why: 'link of the web page' },
      { from: 'References and Related Articles', to: 'Stories and Support', why: 'reference list' },
    ],
    moves: [
      {
        text: 'Figure 1b Shows a spinal MRI the same patient two years later, having completed surgery, radiation therapy and chemotherapy.',
        after: 'Figure 1 demonstrates such a tumor occurring near the spinal cord.',
        why: 'stood at the end of the page, away from the text that names it',
      },
      {
        text: 'Figure 1a Shows a large bright lesion on MRI in the lumbar epidural space of a four year old patient who presented with pain and refusal to walk. The white arrow points to the edge of the mass.',
        after: 'Figure 1 demonstrates such a tumor occurring near the spinal cord.',
        why: 'stood at the end of the page, away from the text that names it',
      },
    ],
    keptHyphens: [],
  },

  'intraspinal-mcs-bmc-neurology-2022': {
    sha256: '3299b6439599a589cc9c33b45f455c9bec4feccbeea87798d442a298f131492b',
    removals: [
      { text: 'CASE REPORT', why: 'category label' },
      { text: 'Meigui Chen and Qingquan Lai*', why: 'authors, now in the front matter' },
    ],
    moves: [
      {
        text: 'Fig. 1 Preoperative MR images. A Sagittal T2WI, B Sagittal T2WI with fat suppression, C Sagittal T1WI, D Sagittal T1WI with gadolinium enhancement, E Axial T1WI, F Axial T1WI with gadolinium enhancement. Dumbbell tumor could be visualized at the L1 level',
        after: 'The overall follow-up period was nearly 1 year.',
        why: 'the caption stood inside a paragraph',
      },
      {
        text: 'Fig. 2 Preoperative CT images. A, B Axial images. C, D Sagittal images. CT images revealed isolated punctate calcification in the mass (arrows)',
        after: 'However, due to the unreliability of imaging',
        why: 'the caption stood inside a sentence',
      },
      {
        text: 'examinations to identify MCS, clinicians should also consider the schwannoma, meningioma, hemangioblastoma, neurofibroma while making a diagnosis.',
        after: 'However, due to the unreliability of imaging',
        why: 'Fig. 3 and Table 1 stood inside this sentence; both figures and the table now follow it',
      },
    ],
    keptHyphens: ['ill-defined'],
  },

  'extraskeletal-osteosarcoma-thorax-2016': {
    sha256: '31c2a9a5b54e1c3e42345ff0960b7abecb45485a5380b4f9d7db9472ca3e1747',
    removals: [
      {
        text: '================================================= * Eva M T Bots * Pieter J Wismans * Lennert Slobbe * Imaging/CT MRI etc * Lung Cancer * Respiratory Infection',
        why: 'underline of the title, authors (now in the front matter) and categories',
      },
      {
        text: '![Figure 1](http://thorax.bmj.com/https://thorax.bmj.com/content/thoraxjnl/71/1/96/F1.medium.gif) [Figure 1](http://thorax.bmj.com/content/71/1/96/F1)',
        why: 'image links',
      },
      {
        text: '![Figure 2](http://thorax.bmj.com/https://thorax.bmj.com/content/thoraxjnl/71/1/96/F2.medium.gif) [Figure 2](http://thorax.bmj.com/content/71/1/96/F2)',
        why: 'image links',
      },
      { text: '1', after: 'with a slight male predominance.', why: 'footnote mark' },
      { text: '2', after: 'after intravenous contrast.', why: 'footnote mark' },
      { text: '1', after: 'a 5-year survival rate approximately 10%.', why: 'footnote mark' },
      { from: '## Footnotes', to: null, why: 'footnotes and reference list' },
    ],
    moves: [],
    keptHyphens: [],
  },
}
