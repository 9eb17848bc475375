import type { TestDocument } from './document.ts'

/** An invented moss. Long words to be broken at line ends, true hyphens, signs, a list and two tables. */
export const velvetMoss: TestDocument = {
  title: 'Living with velvet moss',
  parts: [
    {
      paragraph:
        'Velvet moss is a slow-growing, self-seeding plant of shaded riverbanks. It was first described in 1874 by Åsa Lindqvist, who found it on the north-facing wall of a water mill. Today it grows in some 340 places, and about one in six of them is a private garden.',
    },
    {
      paragraph:
        'This leaflet tells gardeners what is known about its care. It does not replace the advice of a well-informed nursery. If your moss turns grey within 24 hours, read the section on emergencies first.',
    },
    { heading: 'How it grows', level: 2 },
    {
      paragraph:
        'The photosynthetic filaments are interconnected and distribute nutrients throughout the cushion. Environmental circumstances determine its reproductive characteristics: in unusually dry summers the capsules remain underdeveloped, and germination is correspondingly infrequent. Long-term observations at 14 sites have nevertheless demonstrated extraordinarily stable populations.',
    },
    {
      paragraph:
        'Growth is 2–3 mm a year at 10 °C and stops below −4 °C. A cushion of 5 cm² holds approximately 0.8 ml of water, which is ≥ 60% of its weight. Nobody has measured the temperature-dependence of older, hand-sized cushions.',
    },
    { heading: 'What to do first', level: 2 },
    {
      paragraph:
        'Before you begin, look at the undersides of a few leaves. Healthy leaves are green-gold and springy; unhealthy ones feel papery. Then follow these steps:',
    },
    {
      list: [
        'Move the pot out of the sun, even if the day is overcast.',
        'Water it with rainwater that has stood overnight; tap water contains too much calcium for a recently transplanted cushion.',
        'Wait for three days before you look again.',
        'Write down what you see, with the date and the time of day.',
      ],
      ordered: true,
    },
    {
      paragraph:
        'Most cushions recover. In a follow-up of 212 gardens, 187 cushions (88%) had regained their colour after two weeks, and only 9 had died. The remainder were lost to follow-up.',
    },
    { heading: 'Water and light', level: 2 },
    {
      paragraph:
        'How much water a cushion needs depends on its age and on the season. Table 1 gives amounts for a cushion of average size. Double them during a heatwave, and halve them while the ground is frozen.',
    },
    {
      table: {
        caption: 'Table 1. Water for one cushion, in millilitres a day',
        headers: ['Age', 'Spring', 'Summer', 'Winter'],
        rows: [
          ['First year', '12', '30', '4'],
          ['Second year', '15', '35', '5'],
          ['3 to 9 years', '20', '45', '8'],
          ['10 years or more', '18', '40', '6'],
        ],
      },
    },
    {
      paragraph:
        'Light matters less than most people think. Cushions under dense deciduous trees grew as quickly as those in half-shade, although their colour was noticeably darker. Artificial illumination is unnecessary and occasionally harmful.',
    },
    { heading: 'When something is wrong', level: 2 },
    {
      paragraph:
        'Few troubles are dangerous, and nearly all of them can be treated at home. Table 2 lists the commonest signs in alphabetical order, with what usually helps.',
    },
    {
      table: {
        caption: 'Table 2. Signs and what helps',
        headers: ['Sign', 'Likely cause', 'What helps'],
        rows: [
          ['Brown tips', 'Too much calcium', 'Change to rainwater and rinse the cushion once'],
          ['Grey surface', 'Drought or road salt', 'Soak it for an hour, then keep it moist for a week'],
          ['Holes', 'Springtails', 'Nothing; the animals leave by themselves'],
          ['Lifting edges', 'Frost', 'Press them down gently when the ground has thawed'],
        ],
      },
    },
    { heading: 'Emergencies', level: 3 },
    {
      paragraph:
        'A cushion that turns grey within a day and smells of vinegar has foam rot. Foam rot is contagious: put the cushion in a closed bag, wash your tools with hot water, and tell the nearest botanical garden. Don’t compost it. Neighbouring cushions should be inspected every morning and every evening for ten days.',
    },
    { heading: 'Where this comes from', level: 2 },
    {
      paragraph:
        'The figures are from the re-examination of the mill-wall collection by Lindqvist’s granddaughter (“The Moss Book”, 1931) and from two surveys of non-commercial gardens. Cost–benefit considerations were not part of either survey.',
    },
    {
      list: [
        'Survey A: 212 gardens, 1987 to 1989.',
        'Survey B: 96 gardens, 2004, with photographs taken at three-month intervals.',
      ],
    },
  ],
}
