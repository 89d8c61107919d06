import { thingColumns } from '../../schema/columns.ts';
import { type AnswerSpec, coverageQuestions, type QuestionSpec } from '../../schema/coverage-questions.ts';
import type { NounName, TieEnd } from '../../schema/spec.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import { statementFile } from '../graph/statements.ts';
import { FLOOR } from '../graph/time.ts';
import type { Ask, Key } from './ask.ts';
import type { GroupedConnection } from './groups.ts';
import { nounOf } from './ids.ts';
import type { PageArguments } from './page.ts';
import { beginsBy, scopeKey } from './scope.ts';
import type { thingLoaders } from './things.ts';
import type { EdgeOf, Entity, Row } from './values.ts';

const claimsText = statementFile('read/claims-of-thing');
const documentsText = statementFile('read/documents-behind');

export interface OpenQuestion {
  readonly question: string;
  readonly note: string | null;
}

export interface CoverageQuestion extends OpenQuestion {
  readonly status: 'STATED' | 'INFERRED' | 'NOT_STATED';
  readonly claims: number;
  readonly field: string | null;
  /** The answers are claims of its parts only. */
  readonly ofParts: boolean;
  /** Somebody looked, and wrote down that the sources leave it open. */
  readonly curated: boolean;
}

export interface FieldCoverage {
  readonly field: string;
  readonly claims: number;
  readonly inferred: number;
}

/** Claims of a thing that a row of `claims-of-thing` counts. */
interface Group {
  readonly field: string;
  readonly as: string | null;
  readonly measure: string | null;
  readonly inferred: readonly string[];
  readonly begins: boolean;
  readonly ends: boolean;
  readonly claims: number;
  readonly ofPart: boolean;
}

/** What makes an answer inferred: that the two are tied, or the date that is asked for. */
const ENDS = ['TIE', 'FROM', 'TO'];
const DATE = ['TIE', 'DATE'];
const VALUE = ['TIE', 'VALUE', 'FROM', 'TO'];

export function coverageLoaders(ask: Ask, { row, documentList }: ReturnType<typeof thingLoaders>) {
  const keyOf = ({ id, scope }: Entity): Key => [id, beginsBy(scope), ...scopeKey(scope)];

  const groups = async (entity: Entity): Promise<readonly Group[]> =>
    ((await ask(claimsText, keyOf(entity))) as Row[]).flatMap((found) => readGroup(entity.noun, found));

  const documents = async (entity: Entity): Promise<readonly Row[]> =>
    (await ask(documentsText, keyOf(entity))) as Row[];

  async function coverageFields(entity: Entity): Promise<readonly FieldCoverage[]> {
    const found = new Map<string, FieldCoverage>();
    for (const group of (await groups(entity)).filter(({ ofPart }) => !ofPart)) {
      const { field, claims, inferred } = found.get(group.field) ?? { field: group.field, claims: 0, inferred: 0 };
      const implied = ENDS.some((part) => group.inferred.includes(part)) ? group.claims : 0;
      found.set(field, { field, claims: claims + group.claims, inferred: inferred + implied });
    }
    return [...found.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
  }

  async function coverageQuestionsOf(entity: Entity): Promise<readonly CoverageQuestion[]> {
    const [values, found, open] = await Promise.all([scalars(entity), groups(entity), unstated(entity)]);
    const noteOn = new Map(open.map(({ question, note }) => [question, note]));
    const kind = String(values('kind') ?? '');
    const asked = coverageQuestions[entity.noun].filter(
      ({ kinds, exceptKinds, when }) =>
        (kinds?.includes(kind) ?? true) &&
        !exceptKinds?.includes(kind) &&
        (when?.some((answer) => answersOf(answer, values, found).length > 0) ?? true),
    );
    return [
      ...asked.map((spec) => ({
        ...answered(spec, values, found),
        note: noteOn.get(spec.question) ?? null,
        curated: noteOn.has(spec.question),
      })),
      ...open
        .filter(({ question }) => !asked.some((spec) => spec.question === question))
        .map((one) => ({
          ...one,
          status: 'NOT_STATED' as const,
          claims: 0,
          field: null,
          ofParts: false,
          curated: true,
        })),
    ];
  }

  /** The questions that whoever wrote the data found open. */
  async function unstated(entity: Entity): Promise<readonly OpenQuestion[]> {
    const values = await scalars(entity);
    const notes = (values('unstatedNotes') ?? []) as readonly string[];
    return ((values('unstated') ?? []) as readonly string[]).map((question, at) => ({
      question,
      note: notes[at] || null,
    }));
  }

  async function scalars(entity: Entity): Promise<(key: string) => unknown> {
    const columns = thingColumns(entity.noun);
    const values = await row(entity);
    return (key) => values[columns.indexOf(key)] ?? undefined;
  }

  /** Of the documents that state a date, the one that reaches furthest: its date is what is surely covered. */
  async function statedUntil(entity: Entity): Promise<string | null> {
    const dated = (await documents(entity)).filter(([, , since]) => since !== FLOOR);
    const last = dated.sort(([, , a], [, , b]) => (String(a) < String(b) ? 1 : -1))[0];
    return (last?.[3] ?? null) as string | null;
  }

  const documentsBehind = (entity: Entity, args: PageArguments): GroupedConnection<EdgeOf<Entity>> =>
    documentList(async () => (await documents(entity)).map(([id]) => String(id)), entity.scope, args);

  async function documentCount(entity: Entity, what: 'texts' | 'actRecords'): Promise<number> {
    return (await documents(entity)).filter(([, kind]) => (kind === 'ACT_RECORD') === (what === 'actRecords')).length;
  }

  return { coverageFields, coverageQuestionsOf, unstated, statedUntil, documentsBehind, documentCount };
}

function readGroup(noun: NounName, row: Row): readonly Group[] {
  const [type, forward, prefix, as, measure, inferred, begins, ends, claims, ofPart] = row;
  const far = nounOf(`${prefix}/`);
  const isAt = (end: TieEnd, one: NounName | undefined): boolean => nounsAt(end).some((other) => other === one);
  const tie = ties.find(
    (spec) =>
      spec.type === type &&
      (forward ? isAt(spec.from, noun) && isAt(spec.to, far) : isAt(spec.to, noun) && isAt(spec.from, far)),
  );
  if (!tie) return [];
  return [
    {
      field: forward ? tie.forward : tie.backward,
      as: as as string | null,
      measure: measure as string | null,
      inferred: (inferred ?? []) as string[],
      begins: begins === true,
      ends: ends === true,
      claims: Number(claims),
      ofPart: ofPart === true,
    },
  ];
}

interface Found {
  readonly field: string;
  readonly claims: number;
  readonly implied: boolean;
  readonly ofPart: boolean;
}

/** Everything that answers: the scalar, then groups of claims. */
function answersOf(
  { scalar, ties: fields = [], as, date, measures = [], orOfParts }: AnswerSpec,
  values: (key: string) => unknown,
  all: readonly Group[],
): readonly Found[] {
  const groups = all.filter(({ ofPart }) => orOfParts || !ofPart);
  const implies = (inferred: readonly string[], parts: readonly string[]) =>
    inferred.some((part) => parts.includes(part));
  const own = (values('inferred') ?? []) as readonly string[];
  return [
    ...(scalar === undefined || values(scalar) === undefined
      ? []
      : [
          {
            field: scalar,
            claims: 1,
            implied: own.includes(scalar) || (scalar === 'validFrom' && implies(own, DATE)),
            ofPart: false,
          },
        ]),
    ...groups
      .filter((group) => fields.includes(group.field) && (as?.includes(group.as ?? '') ?? true))
      .filter(({ begins, ends }) => (date === 'validFrom' ? begins : date === 'validTo' ? ends : true))
      .map(({ field, claims, inferred, ofPart }) => ({
        field,
        claims,
        implied: implies(inferred, date ? DATE : ENDS),
        ofPart,
      })),
    ...groups
      .filter(
        ({ field, as: role, measure }) => field === 'figures' && role === 'SUBJECT' && measures.includes(measure ?? ''),
      )
      .map(({ field, claims, inferred, ofPart }) => ({ field, claims, implied: implies(inferred, VALUE), ofPart })),
  ];
}

function answered(spec: QuestionSpec, values: (key: string) => unknown, groups: readonly Group[]) {
  const found = answersOf(spec, values, groups);
  const stated = found.find(({ implied }) => !implied);
  return {
    question: spec.question,
    status: stated ? ('STATED' as const) : found.length > 0 ? ('INFERRED' as const) : ('NOT_STATED' as const),
    claims: found.reduce((sum, { claims }) => sum + claims, 0),
    ofParts: found.length > 0 && found.every(({ ofPart }) => ofPart),
    field: (stated ?? found[0])?.field ?? spec.scalar ?? spec.ties?.[0] ?? 'figures',
  };
}
