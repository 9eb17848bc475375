import type { TestDocument } from './document.ts'

/** An invented animal, told as an article would: longer paragraphs, one wide table. */
export const riverLynx: TestDocument = {
  title: 'Winter behaviour of the river lynx',
  parts: [
    { heading: 'Summary', level: 2 },
    {
      paragraph:
        'The river lynx is the only cat known to fish under ice. We followed 31 animals with radio collars during four consecutive winters and recorded 1,284 dives. Mean diving time was 41 seconds (range 6 to 97), considerably longer than previously reported for semi-aquatic carnivores of comparable body weight.',
    },
    {
      paragraph:
        'Older females dived less often but more successfully. Inexperienced animals compensated by scavenging, particularly during prolonged snowstorms.',
    },
    { heading: 'Introduction', level: 2 },
    {
      paragraph:
        'River lynxes inhabit fast-flowing streams of the northern uplands. Their distribution is discontinuous, and neighbouring populations seldom interbreed. Although nineteenth-century naturalists described the species repeatedly, systematic observations began only with the introduction of waterproof transmitters.',
    },
    {
      paragraph:
        'Two questions have remained controversial. Is diving learned from the mother, as circumstantial evidence suggests, or does it develop spontaneously? And do the animals distinguish between transparent and snow-covered ice before they enter the water? The answers have consequences for the management of hydroelectric reservoirs, where water levels fluctuate unpredictably.',
    },
    { heading: 'Animals and methods', level: 2 },
    {
      paragraph:
        'Animals were caught in box traps, sedated, weighed and released within 50 minutes. Collars weighed 85 g, which is less than 1% of body weight. All procedures were authorised by the provincial veterinary committee and were supervised by an independent veterinarian.',
    },
    {
      paragraph:
        'Dives were identified automatically from pressure measurements and classified as successful when acceleration patterns characteristic of chewing followed within two minutes. Misclassification was estimated by comparison with 118 videotaped dives: sensitivity was 0.93 and specificity 0.97.',
    },
    { heading: 'Results', level: 2 },
    {
      paragraph:
        'Animals dived on 61% of the days on which they were observed. Dives were longest around midday and shortest immediately before sunset. The proportion of successful dives increased with age until the seventh winter and remained approximately constant thereafter.',
    },
    {
      table: {
        caption: 'Table 1. Dives by age group',
        headers: ['Age (years)', 'Animals', 'Dives', 'Mean (s)', 'Successful (%)'],
        rows: [
          ['1', '6', '198', '29', '11'],
          ['2–3', '9', '402', '38', '19'],
          ['4–6', '10', '455', '47', '28'],
          ['7 or more', '6', '229', '46', '34'],
        ],
      },
    },
    {
      paragraph:
        'Three animals died during the study. One was killed by a snowplough, and two disappeared after the February thaw, presumably because the undercut ice collapsed. No death was attributable to the transmitters.',
    },
    { heading: 'Learning from the mother', level: 3 },
    {
      paragraph:
        'Of eleven orphaned kittens, none dived during their first winter; of nineteen kittens that were accompanied by their mothers, fourteen did. Hand-reared animals released as two-year-olds never learned to dive, notwithstanding intensive training.',
    },
    { heading: 'Discussion', level: 2 },
    {
      paragraph:
        'Our observations are incompatible with purely spontaneous development. Kittens follow their mothers on to the ice, imitate the characteristic listening posture, and enter the water only after the mother has reappeared. Comparable apprenticeship has been documented in otters and, less convincingly, in polar bears.',
    },
    {
      paragraph:
        'Whether the animals recognise transparent ice remains uncertain. Dives through snow-covered ice were uncommon, but so were opportunities. Well-designed experiments with artificially darkened ice would be informative and, in contrast to earlier suggestions, technically straightforward.',
    },
    { heading: 'Conclusions', level: 2 },
    {
      list: [
        'Diving is learned, and the first winter is decisive.',
        'Orphaned kittens should be fostered by experienced females whenever possible.',
        'Reservoir levels should be kept constant between December and mid-March.',
      ],
    },
  ],
}
