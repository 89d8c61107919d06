import type { NounName, PropertySpec, TieEnd, TieSpec } from './spec.ts';

const oneOf = (name: string, description: string): PropertySpec => ({
  type: { enum: name },
  description,
});

const every: readonly NounName[] = [
  'Reform',
  'Law',
  'Provision',
  'Institution',
  'Official',
  'Event',
  'Place',
  'Topic',
  'Figure',
  'SourceDocument',
];

const measures: PropertySpec = {
  type: { ref: 'Provision' },
  list: true,
  description: 'The articles or measures of the law that say so.',
};

/** Rows that differ in their ends and field names only. */
function rows(
  shared: Omit<TieSpec, 'from' | 'to' | 'forward' | 'backward'>,
  ends: readonly (readonly [from: TieEnd, forward: string, to: TieEnd, backward: string])[],
): TieSpec[] {
  return ends.map(([from, forward, to, backward]) => ({
    ...shared,
    from,
    forward,
    to,
    backward,
  }));
}

/** The only list of ties: contract, traversals, load checks, documentation and Browser legend are made from it. Adding a tie = one row. */
export const ties: readonly TieSpec[] = [
  ...rows(
    {
      type: 'AFFECTS',
      lasts: 'DEED',
      sentence: {
        forward: '{from} changes {to}',
        backward: '{to} is changed by {from}',
      },
      description: 'A reform changes an institution, place, topic or rule.',
      alsoOfKin: true,
      properties: {
        mechanism: {
          ...oneOf('AffectsMechanism', 'How it changes it.'),
          required: true,
        },
      },
    },
    [
      ['Reform', 'affects', 'Institution', 'affectedBy'],
      ['Reform', 'affectsPlaces', 'Place', 'affectedBy'],
      ['Reform', 'affectsTopics', 'Topic', 'affectedBy'],
      ['Reform', 'affectsProvisions', 'Provision', 'affectedBy'],
    ],
  ),
  {
    type: 'ENACTED_BY',
    from: 'Reform',
    forward: 'enactedBy',
    to: 'Law',
    backward: 'enacts',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was enacted by {to}',
      backward: '{to} enacted {from}',
    },
    description: 'The act that put a reform into law.',
    properties: {
      how: {
        ...oneOf('EnactedHow', 'By a new act or by amendment.'),
        required: true,
      },
      provisions: measures,
    },
  },
  {
    type: 'PLANNED_IN',
    from: ['Reform', 'Law', 'Institution', 'Event'],
    forward: 'plannedIn',
    to: 'Law',
    backward: 'foresees',
    lasts: 'DEED',
    sentence: {
      forward: '{from} is planned in {to}',
      backward: '{to} foresees {from}',
    },
    description: 'What a plan or act foresees, without saying that it was done.',
    properties: { provisions: measures },
  },
  {
    type: 'LED_TO',
    from: ['Reform', 'Law', 'Event'],
    forward: 'ledTo',
    to: ['Reform', 'Event', 'Institution', 'Topic'],
    backward: 'resultedFrom',
    lasts: 'DEED',
    sentence: {
      forward: '{from} led to {to}',
      backward: '{to} came of {from}',
    },
    description: 'What a source says came of something, or expects to come of it.',
  },
  ...rows(
    {
      type: 'PART_OF',
      lasts: 'STATE',
      sentence: {
        forward: '{from} is part of {to}',
        backward: '{to} includes {from}',
      },
      description: 'A part and its whole.',
      kin: 'PART',
      properties: {
        role: oneOf('PartOfRole', 'As what it belongs to the whole.'),
      },
    },
    [
      ['Reform', 'partOf', 'Reform', 'parts'],
      ['Institution', 'partOf', 'Institution', 'parts'],
      ['Provision', 'partOf', 'Provision', 'parts'],
      ['Place', 'partOf', 'Place', 'parts'],
      ['Event', 'partOf', 'Event', 'parts'],
      ['Law', 'partOf', 'Law', 'parts'],
      ['Provision', 'partOfLaw', 'Law', 'provisions'],
    ],
  ),
  ...rows(
    {
      type: 'SUCCEEDS',
      lasts: 'DEED',
      sentence: {
        forward: '{from} succeeds {to}',
        backward: '{to} is succeeded by {from}',
      },
      description: 'One takes the place of another.',
      kin: 'SUCCESSION',
    },
    [
      ['Institution', 'succeeds', 'Institution', 'succeededBy'],
      ['Law', 'succeeds', 'Law', 'succeededBy'],
      ['Reform', 'succeeds', 'Reform', 'succeededBy'],
    ],
  ),
  ...rows(
    {
      type: 'POSSIBLY_SAME_AS',
      lasts: 'STATE',
      sentence: {
        forward: '{from} may be the same as {to}',
        backward: '{to} may be the same as {from}',
      },
      description: 'Two things that no source settles to be one.',
      undirected: true,
    },
    every.map((noun) => [noun, 'possiblySameAs', noun, 'possiblySameAs'] as const),
  ),
  ...rows(
    {
      type: 'AMENDS',
      lasts: 'DEED',
      sentence: {
        forward: '{from} amended {to}',
        backward: '{to} was amended by {from}',
      },
      description: 'An act or reform changes the text of an act or article.',
      properties: {
        effect: oneOf('AmendEffect', 'Reworded, added or removed.'),
      },
    },
    [
      ['Law', 'amends', 'Law', 'amendedBy'],
      ['Law', 'amendsProvisions', 'Provision', 'amendedBy'],
      ['Reform', 'amends', 'Law', 'amendedByReforms'],
      ['Reform', 'amendsProvisions', 'Provision', 'amendedByReforms'],
    ],
  ),
  ...rows(
    {
      type: 'REPEALS',
      lasts: 'DEED',
      sentence: {
        forward: '{from} repealed {to}',
        backward: '{to} was repealed by {from}',
      },
      description: 'An act or reform ends an act or article.',
      properties: { effect: oneOf('AmendEffect', 'What became of the text.') },
    },
    [
      ['Law', 'repeals', 'Law', 'repealedBy'],
      ['Law', 'repealsProvisions', 'Provision', 'repealedBy'],
      ['Reform', 'repeals', 'Law', 'repealedByReforms'],
      ['Reform', 'repealsProvisions', 'Provision', 'repealedByReforms'],
    ],
  ),
  ...rows(
    {
      type: 'RATIFIES',
      lasts: 'DEED',
      sentence: {
        forward: '{from} ratified {to}',
        backward: '{to} was ratified by {from}',
      },
      description: 'A law or a state ratifies a treaty.',
    },
    [
      ['Law', 'ratifies', 'Law', 'ratifiedBy'],
      ['Place', 'ratifies', 'Law', 'ratifiedByStates'],
    ],
  ),
  {
    type: 'APPROVES',
    from: 'Law',
    forward: 'approves',
    to: 'Law',
    backward: 'approvedBy',
    lasts: 'DEED',
    sentence: {
      forward: '{from} approves {to}',
      backward: '{to} is approved by {from}',
    },
    description: 'A decree approves a plan, rules or a regulation.',
  },
  {
    type: 'COMPLIES_WITH',
    from: ['Reform', 'Law', 'Provision', 'Place'],
    forward: 'compliesWith',
    to: ['Law', 'Institution', 'Topic'],
    backward: 'compliedWithBy',
    lasts: 'STATE',
    sentence: {
      forward: '{from} complies with {to}',
      backward: '{to} is complied with by {from}',
    },
    description: 'What a source says fits a standard, treaty or requirement.',
  },
  {
    type: 'APPLIES_TO',
    from: 'Provision',
    forward: 'appliesTo',
    to: ['Institution', 'Topic', 'Law'],
    backward: 'subjectTo',
    lasts: 'STATE',
    sentence: {
      forward: '{from} applies to {to}',
      backward: '{to} is subject to {from}',
    },
    description: 'Whom a rule binds or entitles, and what it is about.',
    properties: {
      role: {
        ...oneOf('AppliesToRole', 'As what the rule touches it.'),
        required: true,
      },
    },
  },
  {
    type: 'ADOPTED_BY',
    from: 'Law',
    forward: 'adoptedBy',
    to: ['Institution', 'Official'],
    backward: 'adopted',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was adopted by {to}',
      backward: '{to} adopted {from}',
    },
    description: 'Who adopted an act.',
  },
  {
    type: 'SIGNED_BY',
    from: 'Law',
    forward: 'signedBy',
    to: ['Institution', 'Official'],
    backward: 'signed',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was signed by {to}',
      backward: '{to} signed {from}',
    },
    description: 'Who signed an act.',
  },
  {
    type: 'PROPOSED_BY',
    from: ['Reform', 'Law'],
    forward: 'proposedBy',
    to: ['Institution', 'Official'],
    backward: 'proposed',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was put forward by {to}',
      backward: '{to} put forward {from}',
    },
    description: 'Who proposed, announced, initiated or ordered it.',
    properties: {
      stage: oneOf('ProposedStage', 'What the proposer did.'),
      at: {
        type: { ref: 'Event' },
        description: 'The event at which it was done.',
      },
    },
  },
  {
    type: 'REACHED',
    from: ['Reform', 'Law'],
    forward: 'reached',
    to: 'Event',
    backward: 'reachedBy',
    lasts: 'DEED',
    sentence: {
      forward: '{from} reached a stage at {to}',
      backward: '{to} was a stage of {from}',
    },
    description: 'A stage in the life of a reform or law, at an event.',
    properties: {
      stage: { ...oneOf('ReachedStage', 'The stage.'), required: true },
    },
  },
  {
    type: 'HELD_OFFICE',
    from: 'Official',
    forward: 'heldOffice',
    to: 'Institution',
    backward: 'heldBy',
    lasts: 'STATE',
    sentence: {
      forward: '{from} held the office of {to}',
      backward: '{to} was held by {from}',
    },
    description: 'A person in an office; the institution is of kind OFFICE.',
  },
  {
    type: 'APPOINTS',
    from: ['Institution', 'Topic'],
    forward: 'appoints',
    to: 'Institution',
    backward: 'appointedBy',
    lasts: 'STATE',
    sentence: {
      forward: '{from} fills {to}',
      backward: '{to} is filled by {from}',
    },
    description: 'Who appoints, elects or selects the holders of an office or the members of a body.',
    properties: {
      mode: {
        ...oneOf('AppointsMode', 'Appointed, elected or selected.'),
        required: true,
      },
    },
  },
  {
    type: 'CONSENTS_TO',
    from: 'Institution',
    forward: 'consentsTo',
    to: 'Institution',
    backward: 'consentedBy',
    lasts: 'STATE',
    sentence: {
      forward: '{from} must consent to {to}',
      backward: '{to} needs the consent of {from}',
    },
    description: 'Whose consent the filling of an office needs.',
  },
  {
    type: 'CHAIRS',
    from: 'Institution',
    forward: 'chairs',
    to: 'Institution',
    backward: 'chairedBy',
    lasts: 'STATE',
    sentence: {
      forward: '{from} chairs {to}',
      backward: '{to} is chaired by {from}',
    },
    description: 'Which office chairs a body.',
  },
  {
    type: 'MEMBER_OF',
    from: ['Institution', 'Official', 'Topic', 'Place'],
    forward: 'memberOf',
    to: 'Institution',
    backward: 'members',
    lasts: 'STATE',
    sentence: {
      forward: '{from} is a member of {to}',
      backward: '{to} has the member {from}',
    },
    description: 'Membership in a body.',
  },
  {
    type: 'PARTICIPATED_IN',
    from: ['Institution', 'Official'],
    forward: 'participatedIn',
    to: 'Event',
    backward: 'participants',
    lasts: 'DEED',
    sentence: {
      forward: '{from} took part in {to}',
      backward: '{to} had the participant {from}',
    },
    description: 'Who took part in an event, as what, and what they won.',
    properties: {
      role: oneOf('ParticipantRole', 'As what.'),
      outcome: oneOf('ParticipantOutcome', 'What they won.'),
    },
  },
  {
    type: 'INVOLVES',
    from: ['Law', 'Provision', 'Event'],
    forward: 'involves',
    to: ['Institution', 'Topic'],
    backward: 'involvedIn',
    lasts: 'STATE',
    sentence: {
      forward: '{from} involves {to}',
      backward: '{to} is involved in {from}',
    },
    description: 'Partners, executors, trainers and staff.',
    properties: { role: oneOf('InvolvesRole', 'As what.') },
  },
  {
    type: 'HELD_UNDER',
    from: 'Event',
    forward: 'heldUnder',
    to: ['Law', 'Reform'],
    backward: 'eventsHeld',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was held under {to}',
      backward: '{to} governed {from}',
    },
    description: 'The act or reform under which an event was held.',
  },
  {
    type: 'CONCERNS',
    from: ['Reform', 'Law', 'Event', 'Provision', 'Institution'],
    forward: 'concerns',
    to: ['Topic', 'Institution', 'Law', 'Event', 'Place'],
    backward: 'concernedBy',
    lasts: 'STATE',
    sentence: {
      forward: '{from} concerns {to}',
      backward: '{to} is the concern of {from}',
    },
    description: 'Subject, aim, beneficiary, occasion or task.',
    properties: {
      role: { ...oneOf('ConcernsRole', 'As what.'), required: true },
    },
  },
  {
    type: 'ABOUT',
    from: 'Figure',
    forward: 'about',
    to: every,
    backward: 'figures',
    lasts: 'STATE',
    sentence: {
      forward: '{from} is a figure of {to}',
      backward: '{to} has the figure {from}',
    },
    description: 'What a figure says of a thing; it takes dates, modality and evidence from its figure.',
    properties: {
      role: {
        ...oneOf('AboutRole', 'What the figure says of it.'),
        required: true,
      },
    },
  },
  {
    type: 'AUTHORED_BY',
    from: 'SourceDocument',
    forward: 'authoredBy',
    to: ['Official', 'Institution'],
    backward: 'authored',
    lasts: 'DEED',
    sentence: {
      forward: '{from} is by {to}',
      backward: '{to} stands behind {from}',
    },
    description: 'Author, speaker, attributed source or picture maker of a document.',
    properties: {
      role: { ...oneOf('AuthorRole', 'As what.'), required: true },
    },
  },
  {
    type: 'PUBLISHED_BY',
    from: 'SourceDocument',
    forward: 'publishedBy',
    to: ['Official', 'Institution'],
    backward: 'published',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was published by {to}',
      backward: '{to} published {from}',
    },
    description: 'Who published a document.',
  },
  {
    type: 'DELIVERED_AT',
    from: 'SourceDocument',
    forward: 'deliveredAt',
    to: 'Event',
    backward: 'deliveries',
    lasts: 'DEED',
    sentence: {
      forward: '{from} was delivered at {to}',
      backward: '{to} heard {from}',
    },
    description: 'The event at which a statement was delivered.',
  },
];

export const nounsAt = (end: TieEnd): readonly NounName[] => (typeof end === 'string' ? [end] : end);
