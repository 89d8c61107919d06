import type { RuleCode } from '../../schema/rule-codes.ts';
import { added, changed, type Files, HERE, smallSeed } from './small-seed.ts';

/** Why a seed is bad, the seed with the line marked, and the file where there is nothing to mark. */
export type Row = readonly [why: string, files: Files, file?: string];
export type Rows = Readonly<Partial<Record<RuleCode, readonly Row[]>>>;

export const INSTITUTIONS = 'testland/institutions.yaml';
export const REFORMS = 'testland/reforms.yaml';
export const LAWS = 'testland/laws.yaml';
export const PROVISIONS = 'testland/provisions.yaml';
export const DOCUMENTS = 'testland/source-documents.yaml';
export const EVENTS = 'testland/events.yaml';
export const FIGURES = 'testland/figures.yaml';
export const COMPARISONS = 'testland/comparisons.yaml';
export const REPORT = 'testland/passages/report.yaml';
export const ACTS = 'testland/passages/acts.yaml';

export const ACT_GROUP = 'document: document/tl/act-17\n  passages:\n    - { id: passage';
export const SUBJECT = 'about:\n    - { to: institution/tl/senate, role: SUBJECT }';
export const NO_HASH = [
  'id: passage/tl/report/1',
  '      line: 1\n      start: 0\n      end: 40',
  `      sha256: ${'a'.repeat(64)}`,
] as const;

export const without = (file: string): Files =>
  Object.fromEntries(Object.entries(smallSeed).filter(([name]) => name !== file));

export const SHORT = 'to: institution/tl/council, mechanism: STRENGTHENED';
export const CITED = `${SHORT}, passages: [passage/tl/report/1]`;
export const AFFECTED = '    - { to: institution/tl/senate, mechanism';
/** One more tie of the reform, a deed. */
export const deed = (tie: string): Files => changed(REFORMS, AFFECTED, `    - { ${tie} } ${HERE}\n${AFFECTED}`);
export const PART = 'role: OFFICE, end: ONGOING';
/** The speaker's part in the Senate, a state. */
export const state = (keys: string): Files => changed(INSTITUTIONS, PART, keys);
export const topic = (id: string, kind = 'kind: FIELD'): Files =>
  added(
    'testland/topics.yaml',
    `- id: ${id} ${HERE}\n  name: Votes\n${kind && `  ${kind}\n`}  passages: [passage/tl/report/1]\n`,
  );
/** One more figure; its id is on the marked line unless one of its keys is. */
export const figure = (keys: readonly string[], about = '{ to: institution/tl/senate, role: SUBJECT }'): Files => {
  const mark = keys.some((key) => key.endsWith(HERE)) || about.endsWith(HERE) ? '' : ` ${HERE}`;
  const lines = [
    `- id: figure/tl/other${mark}`,
    'name: Other',
    'passages: [passage/tl/report/2]',
    ...keys,
    'about:',
    `  - ${about}`,
  ];
  return added(FIGURES, `${lines.join('\n  ')}\n`);
};
export const passage = (keys: string): Files => changed(REPORT, 'line: 2, start: 401, end: 410', keys);
/** Lines of the report that are said to bear no claim. */
export const withoutClaims = (keys: string): Files =>
  changed(DOCUMENTS, 'publishedOn: 2023-01-02', `publishedOn: 2023-01-02\n  withoutClaims: [{ ${keys} }]`);
/** One more comparison, of the report and the act; keys given twice are taken from those given. */
export const comparison = (keys: Readonly<Record<string, string>>): Files => {
  const all: Record<string, string> = {
    id: 'comparison/tl/other',
    name: 'Other',
    verdict: 'SCOPE',
    explanation: 'They differ.',
    over: '[institution/tl/senate]',
    sides: `[${side('passage/tl/report/1')}, ${side('passage/tl/act-17/article-50')}]`,
    ...keys,
  };
  const mark = Object.values(all).some((value) => value.endsWith(HERE)) ? '' : ` ${HERE}`;
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return added(COMPARISONS, `- ${lines[0]}${mark}\n  ${lines.slice(1).join('\n  ')}\n`);
};
export const side = (passage: string, more = ''): string => `{ passage: ${passage}, says: x${more} }`;
/** Sides that end in the marked one, with a claim. */
export const sideWith = (claim: string, passage = 'passage/tl/act-17/article-50'): string =>
  `\n    - ${side('passage/tl/report/1')}\n    - ${side(passage, `, claim: ${claim}`)} ${HERE}`;

/** A measure of the plan. */
export const MEASURE = `- id: provision/tl/plan/measure-1
  name: Measure 1
  kind: MEASURE
  passages: [passage/tl/report/2]
  partOfLaw:
    - { to: law/tl/plan, passages: [passage/tl/report/2] }
`;
/** A law that the measure foresees; what it concerns is said as a fact. */
export const DRAFT = `- id: law/tl/draft
  name: Draft
  kind: LAW
  passages: [passage/tl/report/2]
  plannedIn:
    - { to: law/tl/plan, provisions: [provision/tl/plan/measure-1], modality: PLAN, passages: [passage/tl/report/2b] }
  concerns:
    - { to: institution/tl/council, role: SUBJECT, passages: [passage/tl/report/2, passage/tl/report/2b] } ${HERE}
`;
/** Seats of the council at two levels, with their dates; the second is marked. */
export const levels = (first: string, second: string): Files => {
  const level = (value: number, dates: string, mark = ''): string =>
    `- { id: figure/tl/council-${value}, name: ${value} seats, measure: seats, value: ${value}, comparator: EXACT, ${dates}, passages: [passage/tl/report/2], about: [{ to: institution/tl/council, role: SUBJECT }] }${mark}\n`;
  return added(FIGURES, level(10, first) + level(12, second, ` ${HERE}`));
};
