import type { NounName } from './spec.ts';

/** Where an answer may stand: any of these answers. Fields are those of the contract, measures those of `seed/measures.yaml`. */
export interface AnswerSpec {
  /** An own scalar of the noun. */
  readonly scalar?: string;
  /** Fields of ties, from either end. */
  readonly ties?: readonly string[];
  /** Only ties that have one of these as their outcome, role, mechanism, stage or mode. */
  readonly as?: readonly string[];
  /** It is not the far end that answers but a date of the tie. */
  readonly date?: 'validFrom' | 'validTo';
  /** Figures of these measures that have the thing as their subject. */
  readonly measures?: readonly string[];
  /** What is said of its parts answers too. */
  readonly orOfParts?: true;
}

export interface QuestionSpec extends AnswerSpec {
  readonly question: string;
  /** Only for things of these kinds, or for all but these. */
  readonly kinds?: readonly string[];
  readonly exceptKinds?: readonly string[];
  /** Only when one of these is answered. */
  readonly when?: readonly AnswerSpec[];
}

const OFFICE = ['OFFICE'];
const BODIES = [
  'PARLIAMENT',
  'CHAMBER',
  'COURT',
  'CONSTITUTIONAL_REVIEW',
  'CONSULTATIVE',
  'LOCAL_COUNCIL',
  'OVERSIGHT',
  'OMBUDS',
];
const VOTES = ['ELECTION', 'REFERENDUM'];
const CHANGES = ['affects', 'affectsPlaces', 'affectsTopics', 'affectsProvisions', 'amends', 'amendsProvisions'];

/** What is asked often of a thing of each noun: the only list. A question without an answer is a gap that `coverage` names. */
export const coverageQuestions: Readonly<Record<NounName, readonly QuestionSpec[]>> = {
  Reform: [
    { question: 'Who proposed it?', ties: ['proposedBy'], orOfParts: true },
    { question: 'Which law enacted it?', ties: ['enactedBy'], orOfParts: true },
    { question: 'When did it take effect?', ties: [...CHANGES, 'enactedBy'], date: 'validFrom', orOfParts: true },
    { question: 'What does it change?', ties: CHANGES, orOfParts: true },
    { question: 'What came of it?', ties: ['ledTo'], orOfParts: true },
  ],
  Law: [
    { question: 'What is its number?', scalar: 'number', exceptKinds: ['CONSTITUTION', 'PACKAGE'] },
    { question: 'How many acts are they?', measures: ['acts'], kinds: ['PACKAGE'] },
    { question: 'When was it adopted?', scalar: 'adoptedOn' },
    { question: 'From which day is it in force?', scalar: 'inForceFrom' },
    { question: 'Who signed it?', ties: ['signedBy'], exceptKinds: ['PACKAGE'] },
    { question: 'Which act approved it?', ties: ['approvedBy'], kinds: ['PLAN', 'CONCEPT'] },
    { question: 'Who ratified it?', ties: ['ratifiedBy', 'ratifiedByStates'], kinds: ['TREATY'] },
    { question: 'What does it amend?', ties: ['amends', 'amendsProvisions', 'repeals', 'repealsProvisions'] },
    { question: 'What amended it?', ties: ['amendedBy', 'amendedByReforms'] },
    { question: 'What is its official address?', scalar: 'officialUrl', exceptKinds: ['PACKAGE'] },
  ],
  Provision: [
    { question: 'Which law or plan is it part of?', ties: ['partOfLaw', 'partOf'] },
    { question: 'What is its number?', scalar: 'number', kinds: ['ARTICLE'] },
    { question: 'Whom does it apply to?', ties: ['appliesTo'], as: ['HOLDER'] },
    { question: 'What amended it?', ties: ['amendedBy', 'amendedByReforms'] },
    {
      question: 'Who carries it out?',
      ties: ['involves'],
      as: ['EXECUTOR', 'PARTNER', 'TRAINER', 'STAFF'],
      kinds: ['MEASURE'],
    },
  ],
  Institution: [
    { question: 'Who holds it?', ties: ['heldBy'], kinds: OFFICE },
    { question: 'Since when do they hold it?', ties: ['heldBy'], date: 'validFrom', kinds: OFFICE },
    { question: 'Who fills it?', ties: ['appointedBy'], kinds: [...OFFICE, ...BODIES], orOfParts: true },
    { question: 'When was it founded?', scalar: 'foundedOn', exceptKinds: OFFICE },
    {
      question: 'When was it dissolved?',
      scalar: 'dissolvedOn',
      when: [{ scalar: 'dissolvedOn' }, { ties: ['succeededBy'] }, { ties: ['affectedBy'], as: ['ABOLISHED'] }],
    },
    { question: 'How many members has it?', measures: ['seats', 'posts'], kinds: BODIES, orOfParts: true },
    { question: 'Who chairs it?', ties: ['chairedBy'], kinds: BODIES },
    { question: 'What does it succeed?', ties: ['succeeds'], exceptKinds: OFFICE },
  ],
  Official: [
    { question: 'Which office did they hold?', ties: ['heldOffice'] },
    { question: 'Since when did they hold it?', ties: ['heldOffice'], date: 'validFrom' },
    { question: 'Until when did they hold it?', ties: ['heldOffice'], date: 'validTo' },
  ],
  Event: [
    { question: 'When was it held?', scalar: 'startedOn' },
    { question: 'Who took part?', ties: ['participants'], exceptKinds: ['COMMEMORATION'] },
    { question: 'Under which act or reform was it held?', ties: ['heldUnder'], kinds: VOTES },
    { question: 'What was the turnout?', measures: ['turnout'], kinds: VOTES },
    { question: 'How large was the share in favour?', measures: ['votes-for-share'], kinds: ['REFERENDUM'] },
    { question: 'Who won seats?', ties: ['participants'], as: ['WON_SEATS'], kinds: ['ELECTION'] },
    { question: 'What came of it?', ties: ['ledTo'] },
  ],
  Place: [{ question: 'Which reforms change it?', ties: ['affectedBy'] }],
  Topic: [
    { question: 'Which reforms change it?', ties: ['affectedBy'] },
    { question: 'Which rules speak of it?', ties: ['subjectTo'] },
    { question: 'What is done for it?', ties: ['concernedBy', 'involvedIn'] },
  ],
  Figure: [
    { question: 'Of which whole is it a part?', ties: ['about'], as: ['BASE'] },
    { question: 'On which day was it measured?', scalar: 'measuredOn' },
    { question: 'Since when does it hold?', scalar: 'validFrom' },
  ],
  SourceDocument: [
    { question: 'Who is its author?', ties: ['authoredBy'], as: ['AUTHOR', 'SPEAKER', 'ATTRIBUTED'] },
    { question: 'Who published it?', ties: ['publishedBy'] },
    { question: 'When was it published?', scalar: 'publishedOn' },
    { question: 'What is its address?', scalar: 'url', kinds: ['ACT_RECORD'] },
  ],
};
