import {
  ACT_GROUP,
  ACTS,
  AFFECTED,
  CITED,
  COMPARISONS,
  comparison,
  DOCUMENTS,
  deed,
  EVENTS,
  FIGURES,
  INSTITUTIONS,
  LAWS,
  passage,
  REFORMS,
  REPORT,
  type Rows,
  SHORT,
  side,
  sideWith,
  topic,
  without,
} from './one-mistake.ts';
import { added, changed, HERE } from './small-seed.ts';

/** Mistakes in what a single file says, and in ids. */
export const malformedSeeds: Rows = {
  MISSING_FILE: [
    ['no measures', without('measures.yaml'), 'seed/measures.yaml'],
    ['no release', { 'measures.yaml': '', 'testland/laws.yaml': '' }, 'seed/testland/release.yaml'],
    ['no sub-folder', { 'measures.yaml': '' }, 'seed/*/release.yaml'],
  ],
  UNKNOWN_FILE: [
    ['a noun that there is not', added('testland/institution.yaml', ''), 'seed/testland/institution.yaml'],
    ['another ending', added('testland/passages/x.yml', ''), 'seed/testland/passages/x.yml'],
    ['a folder', added('testland/passage/x.yaml', ''), 'seed/testland/passage/x.yaml'],
    ['a file of a release at the top', added('laws.yaml', ''), 'seed/laws.yaml'],
  ],
  YAML_SYNTAX: [
    ['a reserved sign', changed(EVENTS, 'kind: MEETING', 'kind: @MEETING')],
    ['a tag that there is not', changed(EVENTS, 'kind: MEETING', 'kind: !odd MEETING')],
  ],
  DUPLICATE_KEY: [['in a thing', changed(EVENTS, '  kind: MEETING', '  kind: MEETING\n  kind: MEETING')]],
  UNKNOWN_KEY: [
    ['of a thing', changed(EVENTS, 'kind: MEETING', 'kind: MEETING\n  sumary: x')],
    ['of a tie', deed(`${CITED}, valid: early`)],
    ['a unit, which the measure gives', changed(FIGURES, 'value: 50', `unit: seats ${HERE}\n  value: 50`)],
    ['of a tie of a figure', changed(FIGURES, 'role: SUBJECT }', 'role: SUBJECT, modality: PLAN }')],
    ['of a name', changed(INSTITUTIONS, 'kind: OURS', 'kind: OURS, note: x')],
    ['of a passage', changed(REPORT, 'line: 1', 'line: 1\n      page: 4')],
    ['of an open question', changed(EVENTS, 'note: The report', 'remark: The report')],
    ['of a mention', changed(REPORT, 'as: the Senate }', 'as: the Senate, role: x }')],
    ['lines without claims in no document', changed(EVENTS, 'kind: MEETING', 'kind: MEETING\n  withoutClaims: []')],
    ['of a measure', changed('measures.yaml', 'singleValued: true', 'singleValued: true, many: false')],
    ['of the release', changed('testland/release.yaml', 'jurisdiction: tl', 'jurisdiction: tl\ncountry: tl')],
    ['a text cut at its comma', changed(INSTITUTIONS, 'end: ONGOING', 'end: ONGOING, note: from one, and another')],
  ],
  MISSING_KEY: [
    ['of a thing', topic('topic/tl/votes', '')],
    ['of a tie', deed('to: institution/tl/council, passages: [passage/tl/report/1]')],
    [
      'of a comparison',
      changed(
        COMPARISONS,
        '- id: comparison/tl/number-of-seats\n  name: Number of seats\n',
        `- id: comparison/tl/number-of-seats ${HERE}\n`,
      ),
    ],
    ['of the claim of a side', comparison({ sides: sideWith('{ of: reform/tl/quota-cut, field: affects }') })],
    ['the far end', deed('mechanism: STRENGTHENED, passages: [passage/tl/report/1]')],
    ['no day of release', changed('testland/release.yaml', '["2026-01-01", "2026-02-01"]', '[]')],
  ],
  WRONG_TYPE: [
    ['a number for a text', changed(LAWS, '"17"', '17')],
    ['a text for a list', changed(INSTITUTIONS, '["register:17"]', 'register:17')],
    ['an empty reason', changed(DOCUMENTS, 'publishedOn: 2023-01-02', 'withoutClaims: [{ line: 9, reason: "" }]')],
    ['nothing', changed(INSTITUTIONS, 'summary: Upper chamber of the Parliament.', 'summary:')],
    ['no web address', changed(LAWS, 'adoptedOn: 2022-06-08', 'officialUrl: example.org')],
    [
      'two lines',
      changed(INSTITUTIONS, 'summary: Upper chamber of the Parliament.', `summary: |- ${HERE}\n    one\n    two`),
    ],
    ['a text for a thing', added('testland/topics.yaml', `- topic/tl/votes ${HERE}\n`)],
    ['a map for a list of ties', changed(REFORMS, 'affects:\n    - { to', `affects: ${HERE}\n      { to`)],
    ['a list for the claim of a side', comparison({ sides: sideWith('[figure/tl/senate-seats]') })],
    ['an alias', changed(EVENTS, 'name: Vote of 2022', `name: &x Vote\n  summary: *x`)],
    ['no language', changed(INSTITUTIONS, 'Upper house, language: en', 'Upper house, language: English')],
    [
      'no script',
      changed(INSTITUTIONS, 'Upper house, language: en, script: Latn', 'Upper house, language: en, script: l'),
    ],
    ['not true or false', changed('measures.yaml', 'singleValued: true', 'singleValued: yes')],
    ['half a line', changed(REPORT, 'lineEnd: 3', 'lineEnd: 3.5')],
  ],
  UNKNOWN_VALUE: [
    ['of a thing', changed(EVENTS, 'MEETING', 'METING')],
    ['of a tie', deed(`${CITED}, modality: TRUTH`)],
    ['a scalar that the noun has not', changed(INSTITUTIONS, '[dissolvedOn]', '[dissolvedOn, adoptedOn]')],
    ['of a measure', changed('measures.yaml', 'holds: DATE', 'holds: DAY')],
    ['of a verdict', changed(COMPARISONS, 'UNSETTLED', 'UNDECIDED')],
  ],
  REPEATED_VALUE: [['a passage', deed(`${SHORT}, passages: [passage/tl/report/1, passage/tl/report/1]`)]],
  BAD_DATE: [
    ['no real day', changed(LAWS, '2022-06-08', '2022-06-31')],
    ['a time', deed(`${CITED}, validFrom: "2022-06-08T10:00"`)],
    ['a span that ends before it begins', deed(`${CITED}, validFrom: "[2023..2021]"`)],
    ['a month for a day', deed(`${CITED}, recordedAt: 2026-01`)],
  ],
  BAD_ID: [
    ['capital letters', topic('topic/tl/Votes')],
    ['two parts', topic('topic/votes')],
    ['another noun', topic('reform/tl/votes')],
    ['no identifier', changed(INSTITUTIONS, 'register:17', '17')],
    [
      'a passage of another document',
      {
        ...changed(ACTS, ACT_GROUP, ACT_GROUP.replace('document/tl/act-17', 'document/tl/report')),
        [COMPARISONS]: '',
      },
    ],
    ['a comparison that begins otherwise', comparison({ id: 'conflict/tl/other' })],
    ['a passage of another line', passage('line: 3, start: 401, end: 410')],
  ],
  NUMBER_ON_EDGE: [['a share', deed(`${CITED}, share: 30`)]],
  WRONG_END: [
    ['a field of another noun', added(LAWS, `  heldOffice: [] ${HERE}\n`)],
    ['a field of the other direction', added(LAWS, `  enacts: [] ${HERE}\n`)],
    ['a far end of another noun', deed(CITED.replace('institution/tl/council', 'law/tl/act'))],
  ],
  WRONG_NOUN: [
    ['an event that is a law', changed(REFORMS, 'at: event/tl/vote', 'at: law/tl/act')],
    ['provisions that are laws', changed(REFORMS, '[provision/tl/act/article-50]', '[law/tl/act]')],
    ['a side whose claim is no figure', comparison({ sides: sideWith('law/tl/act') })],
    ['a speaker that is a body', changed(REPORT, 'official/tl/ada', 'institution/tl/senate')],
  ],
  DANGLING_ID: [
    ['a far end', deed(CITED.replace('council', 'counsel'))],
    ['a passage', deed(CITED.replace('report/1', 'report/7'))],
    ['a passage that dates', deed(`${CITED}, datedBy: [passage/tl/report/7]`)],
    ['a passage of a name', changed(INSTITUTIONS, 'kind: OURS', 'kind: OURS, passages: [passage/tl/report/7]')],
    ['a property', changed(REFORMS, '[provision/tl/act/article-50]', '[provision/tl/act/article-51]')],
    ['a mention', changed(REPORT, 'institution/tl/senate', 'institution/tl/senat')],
    ['a speaker', changed(REPORT, 'official/tl/ada', 'official/tl/bob')],
    ['what a comparison is over', comparison({ over: `[institution/tl/house] ${HERE}` })],
    ['what settles it', comparison({ settledBy: `law/tl/acts ${HERE}` })],
    ['the passage of a side', comparison({ sides: `${sideWith('figure/tl/senate-seats', 'passage/tl/report/7')}` })],
    ['the figure of a side', comparison({ sides: sideWith('figure/tl/seats') })],
    [
      'the near end of a side',
      comparison({ sides: sideWith('{ of: reform/tl/cut, field: affects, to: law/tl/act }') }),
    ],
    [
      'the far end of a side',
      comparison({ sides: sideWith('{ of: reform/tl/quota-cut, field: affects, to: law/tl/acts }') }),
    ],
    ['a survivor', changed('testland/merged.yaml', 'into: institution/tl/senate', 'into: institution/tl/house')],
  ],
  DUPLICATE_ID: [
    [
      'of a thing',
      added(LAWS, `- id: law/tl/act ${HERE}\n  name: Act\n  kind: LAW\n  passages: [passage/tl/report/2]\n`),
    ],
    [
      'of a passage',
      changed(
        ACTS,
        '    - { id',
        `    - { id: passage/tl/act-17/article-50, locator: article 50, statement: x }\n    - { id`,
      ),
    ],
    ['an identifier', changed(EVENTS, 'kind: MEETING', 'kind: MEETING\n  identifiers: ["register:17"]')],
    ['of a comparison', comparison({ id: 'comparison/tl/number-of-seats' })],
    ['merged and alive', changed('testland/merged.yaml', 'institution/tl/upper-house', 'institution/tl/council')],
    ['a measure', added('measures.yaml', `- { measure: seats, holds: NUMBER, description: Seats. } ${HERE}\n`)],
  ],
  DUPLICATE_TIE: [
    [
      'a side',
      comparison({
        sides: ['act-17/article-50', 'report/1', 'report/1']
          .map((place) => `\n    - ${side(`passage/tl/${place}`)}`)
          .join('')
          .concat(` ${HERE}`),
      }),
    ],
    [
      'other passages, rank and note',
      changed(
        REFORMS,
        AFFECTED,
        `    - { ${CITED} }\n    - { ${SHORT}, rank: PREFERRED, note: x, passages: [passage/tl/report/2] } ${HERE}\n${AFFECTED}`,
      ),
    ],
    [
      'without direction, from the other end',
      changed(
        INSTITUTIONS,
        'kind: OTHER',
        `possiblySameAs:\n    - { to: institution/tl/senate, passages: [passage/tl/report/2] } ${HERE}\n  kind: OTHER`,
      ),
    ],
    [
      'a name',
      changed(
        INSTITUTIONS,
        'kind: OURS }',
        `kind: OURS }\n    - { text: Upper house, language: en, script: Latn, kind: OURS }`,
      ),
    ],
    [
      'a mention',
      changed(REPORT, 'as: the Senate }', `as: the Senate }\n        - { to: institution/tl/senate, as: the Senate }`),
    ],
  ],
};
