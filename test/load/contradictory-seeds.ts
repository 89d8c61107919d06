import {
  ACTS,
  AFFECTED,
  CITED,
  comparison,
  DOCUMENTS,
  DRAFT,
  deed,
  EVENTS,
  FIGURES,
  figure,
  INSTITUTIONS,
  LAWS,
  levels,
  MEASURE,
  NO_HASH,
  PROVISIONS,
  passage,
  REFORMS,
  REPORT,
  type Rows,
  SHORT,
  SUBJECT,
  side,
  sideWith,
  state,
  withoutClaims,
} from './one-mistake.ts';
import { added, changed, HERE, smallSeed } from './small-seed.ts';

/** Two ties that differ in their start only. */
const twoTies = ['2021', '2022'].reduce(
  (text, year) =>
    text.replace(
      AFFECTED,
      `    - { to: institution/tl/council, mechanism: STRENGTHENED, validFrom: ${year}, passages: [passage/tl/act-17/article-50] }\n${AFFECTED}`,
    ),
  smallSeed[REFORMS] ?? '',
);

/** Mistakes in what well-formed files say of each other. */
export const contradictorySeeds: Rows = {
  SELF_TIE: [
    ['the same at both ends', changed(INSTITUTIONS, '{ to: institution/tl/senate,', '{ to: institution/tl/speaker,')],
  ],
  NO_EVIDENCE: [
    ['a thing', added('testland/topics.yaml', `- id: topic/tl/votes ${HERE}\n  name: Votes\n  kind: FIELD\n`)],
    ['a tie', deed(SHORT)],
    ['an empty list', deed(`${SHORT}, passages: []`)],
    [
      'a figure',
      added(
        FIGURES,
        `- id: figure/tl/other ${HERE}\n  name: Other\n  measure: held-on\n  date: 2022\n  comparator: EXACT\n  about:\n    - { to: event/tl/vote, role: SUBJECT }\n`,
      ),
    ],
    [
      'the official name of a law',
      changed(
        LAWS,
        '- id: law/tl/plan\n  name: Plan',
        `- id: law/tl/plan\n  names: [{ text: The Plan, language: en, script: Latn, kind: OFFICIAL }] ${HERE}\n  name: Plan`,
      ),
    ],
    ['a name that a source should give', changed(INSTITUTIONS, 'kind: OURS', 'kind: VARIANT')],
  ],
  UNUSED_PASSAGE: [
    [
      'only mentions',
      added(
        ACTS,
        `    - { id: passage/tl/act-17/record, locator: record, statement: x, mentions: [{ to: law/tl/act, as: Act }] } ${HERE}\n`,
      ),
    ],
  ],
  PASSAGE_PLACE: [
    ['no hash', changed(REPORT, NO_HASH.join('\n'), `${NO_HASH[0]} ${HERE}\n${NO_HASH[1]}`)],
    ['neither lines nor locator', changed(ACTS, ' locator: article 50,', '')],
    ['both', changed(ACTS, 'locator: article 50', 'locator: article 50, start: 1')],
    ['a short hash', changed(REPORT, 'b'.repeat(64), 'b'.repeat(63))],
    ['an empty stretch', passage('line: 2, start: 410, end: 410')],
    ['a line end before the line', changed(REPORT, 'lineEnd: 3', 'lineEnd: 1')],
    ['line 0', passage('line: 0, start: 401, end: 410')],
  ],
  BAD_LOCATOR: [
    ['no place in an act', changed(ACTS, 'locator: article 50', 'locator: page 50')],
    ['no real day', changed(ACTS, 'locator: article 50', 'locator: version 2021-02-30')],
    ['another article than its id names', changed(ACTS, 'locator: article 50', 'locator: article 51')],
  ],
  CLAIM_ON_LINE_WITHOUT: [
    ['a passage on it', withoutClaims('line: 1, reason: a heading')],
    ['a passage that goes on there', withoutClaims('line: 3, lineEnd: 4, reason: headings')],
    ['two reasons', withoutClaims('line: 4, lineEnd: 6, reason: blank },\n      { line: 5, reason: a heading')],
    ['line 0', withoutClaims('line: 0, reason: a heading')],
    ['a last line before the first', withoutClaims('line: 5, lineEnd: 4, reason: a heading')],
  ],
  IMPOSSIBLE_INTERVAL: [
    ['of a thing', changed(INSTITUTIONS, 'dissolvedOn: 2026-07-01', 'dissolvedOn: 1994')],
    ['of an event, whose end is a last day', changed(EVENTS, 'endedOn: 2022-06-05', 'endedOn: 2022-06-04')],
    ['of a tie that ends on the day it begins', state('role: OFFICE, validFrom: 2022-06-05, validTo: 2022-06-05')],
    [
      'of a name',
      changed(INSTITUTIONS, 'kind: OFFICIAL, validFrom: 1995', 'kind: OFFICIAL, validFrom: 1995, validTo: 1994-12'),
    ],
    ['of a figure', changed(FIGURES, 'validFrom: 2022-06', 'validFrom: 2022-06\n  validTo: 2022-05')],
  ],
  DEED_WITH_END: [
    ['an end', deed(`${CITED}, end: ONGOING`)],
    ['a last date', deed(`${CITED}, validTo: 2024`)],
  ],
  END_CONTRADICTED: [
    ['ongoing', state('role: OFFICE, end: ONGOING, validTo: 2024')],
    ['unknown', state('role: OFFICE, end: UNKNOWN, validTo: 2024')],
  ],
  INFERRED_WITHOUT_NOTE: [
    ['a tie', deed(`${CITED}, inferred: [TIE]`)],
    ['a thing', changed(EVENTS, 'endedOn: 2022-06-05', 'endedOn: 2022-06-05\n  inferred: [endedOn]')],
    ['a figure', changed(FIGURES, 'value: 50', 'value: 50\n  inferred: [VALUE]')],
  ],
  INFERRED_ABSENT: [
    [
      'a scalar',
      changed(INSTITUTIONS, '  dissolvedOn: 2026-07-01\n  inferred: [dissolvedOn]', '  inferred: [dissolvedOn]'),
    ],
    ['a date', deed(`${CITED}, inferred: [DATE], note: x`)],
  ],
  RANK_WITHOUT_NOTE: [['deprecated', deed(`${CITED}, rank: DEPRECATED`)]],
  UNKNOWN_RELEASE: [
    ['of a tie', deed(`${CITED}, recordedAt: 2026-01-02`)],
    ['of a thing', changed(EVENTS, 'kind: MEETING', 'kind: MEETING\n  retractedAt: 2027-01-01')],
    ['of a comparison', comparison({ recordedAt: `2026-01-02 ${HERE}` })],
  ],
  RETRACTED_TOO_EARLY: [
    ['on the same day', deed(`${CITED}, retractedAt: 2026-01-01`)],
    ['before', deed(`${CITED}, recordedAt: 2026-02-01, retractedAt: 2026-01-01`)],
    ['of a comparison', comparison({ retractedAt: `2026-01-01 ${HERE}` })],
  ],
  NOT_AN_OFFICE: [['a chamber', changed('testland/officials.yaml', 'institution/tl/speaker', 'institution/tl/senate')]],
  PLAN_AS_FACT: [
    ['said', changed(REFORMS, 'modality: PLAN', 'modality: FACT')],
    ['left out', changed(REFORMS, 'modality: PLAN, ', '')],
  ],
  MEASURE_AS_FACT: [
    [
      'whom a measure involves',
      added(
        PROVISIONS,
        `${MEASURE}  involves:\n    - { to: institution/tl/council, role: EXECUTOR, passages: [passage/tl/report/2] } ${HERE}\n`,
      ),
    ],
    ['what is planned in it', { ...added(PROVISIONS, MEASURE), [LAWS]: `${smallSeed[LAWS]}${DRAFT}` }],
  ],
  ACT_RECORD_UNMARKED: [
    ['no address', changed(DOCUMENTS, '  kind: ACT_RECORD\n  url: https://example.org/act-17', '  kind: ACT_RECORD')],
  ],
  FIGURE_WITHOUT_UNIT: [
    [
      'a measure without one',
      {
        ...figure(['measure: parts', 'comparator: EXACT', `value: 9 ${HERE}`]),
        'measures.yaml': `${smallSeed['measures.yaml']}- { measure: parts, holds: NUMBER, description: Parts. }\n`,
      },
    ],
  ],
  POSSIBLE_CONFLICT: [
    ['while the first goes on', levels('validFrom: 2015-01-01, end: ONGOING', 'validFrom: 2019')],
    ['on the first day of one', levels('validFrom: 2015-01-01, validTo: 2019-05-02', 'validFrom: 2019-05-01')],
    ['measured on a day', levels('validFrom: 2015-01-01, end: ONGOING', 'measuredOn: 2019-05-01')],
  ],
  FIGURE_WITHOUT_SUBJECT: [
    ['only the reform', changed(FIGURES, SUBJECT, `about: ${HERE}\n    - { to: institution/tl/senate, role: BASE }`)],
  ],
  FIGURE_WITHOUT_VALUE: [['no value', figure(['measure: held-on', 'comparator: EXACT'])]],
  CHANGE_WITH_VALUE: [
    ['a change with a value', figure(['measure: seats', 'comparator: INCREASED', `value: 9 ${HERE}`])],
  ],
  UNKNOWN_MEASURE: [['a misspelt one', figure([`measure: seets ${HERE}`, 'comparator: EXACT', 'value: 9'])]],
  MEASURE_MISFIT: [
    ['a date for a number', figure(['measure: seats', 'comparator: EXACT', `date: 2022 ${HERE}`])],
    ['a number for a date', figure(['measure: held-on', 'comparator: EXACT', `value: 9 ${HERE}`])],
  ],
  BAD_QUESTION: [
    ['a remark', changed(EVENTS, 'Who counted the votes?', 'Nobody counted.')],
    ['the same twice', changed(EVENTS, 'Who counted the votes?', 'What  was the Turnout?')],
  ],
  RIVAL_FIGURES: [
    ['the same start', figure(['measure: seats', 'comparator: EXACT', 'value: 47', 'validFrom: 2022-06'])],
  ],
  COMPARISON_ONE_SIDE: [
    ['one side', comparison({ sides: `[${side('passage/tl/report/1')}] ${HERE}` })],
    ['none', comparison({ sides: `[] ${HERE}` })],
  ],
  COMPARISON_OVER_NOTHING: [['an empty list', comparison({ over: `[] ${HERE}` })]],
  SIDE_CLAIM_UNCLEAR: [
    ['a figure of another passage', comparison({ sides: sideWith('figure/tl/senate-seats') })],
    [
      'a tie of another passage',
      comparison({ sides: sideWith('{ of: reform/tl/quota-cut, field: plannedIn, to: law/tl/plan }') }),
    ],
    [
      'no such field',
      comparison({ sides: sideWith('{ of: reform/tl/quota-cut, field: affected, to: institution/tl/senate }') }),
    ],
    [
      'another start',
      comparison({
        sides: sideWith('{ of: reform/tl/quota-cut, field: affects, to: institution/tl/senate, validFrom: 2021 }'),
      }),
    ],
    [
      'two ties',
      {
        ...comparison({
          sides: sideWith(
            '{ of: reform/tl/quota-cut, field: affects, to: institution/tl/council }',
            'passage/tl/act-17/article-50',
          ),
        }),
        [REFORMS]: twoTies,
      },
    ],
  ],
  VERDICT_MISFIT: [
    ['one document for two', comparison({ verdict: `ONE_DOCUMENT ${HERE}` })],
    [
      'another verdict for sides of one document',
      comparison({
        verdict: `SCOPE ${HERE}`,
        sides: `[${side('passage/tl/report/1')}, ${side('passage/tl/report/2')}]`,
      }),
    ],
    ['unsettled and settled', comparison({ verdict: 'UNSETTLED', settledBy: `law/tl/act ${HERE}` })],
  ],
};
