import { placeInThing, placeInTie } from '../../schema/columns.ts';
import { nounNames } from '../../schema/nouns.ts';
import { ownDates } from '../../schema/own-dates.ts';
import { ties as tieTable } from '../../schema/ties.ts';
import { ReformgraphError } from '../errors.ts';
import { type ChangesKey, type ChangesOf, changesText } from '../graph/changes.ts';
import { tieTypes } from '../graph/model.ts';
import type { Ask } from './ask.ts';
import type { Change, ChangeArguments } from './changes.ts';
import { dated, kindOf, type Told, type Turn } from './dated.ts';
import { nounOf } from './ids.ts';
import { connect, readPage, writeCursor } from './page.ts';
import { narrow, recordedBy, retractedAfter, type Scope, type ScopeArguments, WIDEST } from './scope.ts';
import type { thingLoaders } from './things.ts';
import type { tieLoaders } from './ties.ts';
import { checkRange, plainSentence, sentenceOf } from './timeline.ts';
import type { Connection, EdgeOf, Entity } from './values.ts';

/** Where the page found it: its place, the word of the place, and for a claim its type. */
type Found = readonly [place: string, word: string, type: string | null, id: string];

/** A claim or a thing's own date, with the dates it has, seen from the thing it is told of. */
interface Known {
  readonly told: Told;
  readonly from: string | null;
  readonly to: string | null;
  readonly of: Entity;
}

const ABOUT = tieTable.find(({ type }) => type === 'ABOUT') as (typeof tieTable)[number];
/** What of a claim is told beside its ends; each has one of these. */
const SAYS = ['stage', 'mechanism', 'role', 'outcome', 'mode', 'how', 'effect'];

/** What changed in the whole graph, a page at a time in the order of the indexes: never more is read than a page of each. */
export function allChangeLoaders(
  ask: Ask,
  { row, name }: ReturnType<typeof thingLoaders>,
  { claim, ties }: ReturnType<typeof tieLoaders>,
) {
  function allChanges(args: ChangeArguments, stated: ScopeArguments): Connection<EdgeOf<Change>> {
    const { from, to, known } = args;
    checkRange(from, to);
    checkTypes(args.types);
    const scope = narrow(WIDEST, stated);
    const changesOf: ChangesOf = known ? 'record' : 'world';
    const list = `changes of the ${changesOf} from ${from} to ${to}`;
    const page = readPage(args, list);
    const key = (after: string, before: string): ChangesKey => [
      after,
      before,
      greatest(dayOf(after), known ? `${from}~` : ''),
      least(`${dayOf(before)}~`, `${to}~`),
      from,
      to,
      recordedBy(scope),
      retractedAfter(scope),
      scope.ranks,
      scope.modalities,
      args.types ?? null,
      scope.certainOnly,
    ];
    return connect({
      page,
      rows: async () => {
        const text = changesText(changesOf, page.order);
        const found = (await ask(text, key(page.after ?? '', page.before ?? '~'), { limit: page.limit })) as Found[];
        return Promise.all(
          found.map(async (one) => ({ cursor: writeCursor(list, one[0]), node: await changeOf(one, scope) })),
        );
      },
      cursorOf: ({ cursor }) => cursor,
      count: async () => (await ask(changesText(changesOf, 'count'), key('', '~'))) as number,
    });
  }

  async function changeOf([, word, type, id]: Found, scope: Scope): Promise<Change> {
    const known = await (type === null
      ? ownDate(id, word, scope)
      : type === 'Figure'
        ? figure(id, scope)
        : tie(type, id, scope));
    const { told, from, to, of } = known;
    if (word === 'RECORDED' || word === 'RETRACTED') {
      return { change: word, date: from ?? to, sentence: plainSentence(told), told, of };
    }
    const turn = turnOf(told, word);
    const [one] = dated(turn === 'ENDS' ? to : from, { ...told, turn });
    if (!one) throw new Error(`${id} is listed by a date that it does not have.`);
    const change = ({ HAPPENS: 'HAPPENED', BEGINS: 'BEGAN', ENDS: 'ENDED' } as const)[turn];
    return { change, date: one.date, sentence: sentenceOf(one), told, of };
  }

  async function tie(type: string, id: string, scope: Scope): Promise<Known> {
    const found = await claim(type, id, scope);
    if (!found) throw new Error(`There is no ${type} ${id}, but a passage supports it.`);
    const value = (column: string): unknown => found.row[placeInTie(found.tie, column)] ?? null;
    const [nearName, farName] = await Promise.all([name(found.from, null), name(found.to, null)]);
    const told = {
      kind: kindOf(type, false, found.to.id, found.tie.lasts === 'DEED'),
      type,
      nearId: found.from.id,
      nearName,
      farId: found.to.id,
      farName,
      forward: true,
      says: (SAYS.map(value).find((said) => said !== null) ?? null) as string | null,
    };
    return { told: { ...told, ...claimed(id, value) }, ...validity(value), of: found.from };
  }

  /** Told of the thing that is its subject. */
  async function figure(id: string, scope: Scope): Promise<Known> {
    const itself: Entity = { noun: 'Figure', id, row: undefined, scope };
    const values = await row(itself);
    const value = (column: string): unknown => values[placeInThing('Figure', column)] ?? null;
    const anyDay = { ...scope, asOf: null, certainOnly: false };
    const about = ties(ABOUT, 'forward', { ...itself, scope: anyDay }, { first: 1, where: SUBJECT });
    const of = (await about.edges())[0]?.far ?? itself;
    const told = {
      kind: 'FIGURE' as const,
      type: 'Figure',
      nearId: of.id,
      nearName: await name(of, null),
      farId: id,
      farName: String(value('name')),
      forward: false,
      says: null,
    };
    return { told: { ...told, ...claimed(id, value) }, ...validity(value), of };
  }

  async function ownDate(id: string, date: string, scope: Scope): Promise<Known> {
    const noun = nounOf(id);
    const spec = ownDates[date];
    if (!noun || !spec) throw new Error(`${id} has no date ${date}.`);
    const of: Entity = { noun, id, row: undefined, scope };
    const values = await row(of);
    const value = (column: string): unknown => values[placeInThing(noun, column)] ?? null;
    const told: Told = {
      ...claimed(`${spec.kind} ${date}`, value),
      kind: spec.kind,
      type: null,
      modality: 'FACT',
      nearId: id,
      nearName: String(value('name')),
      farId: null,
      farName: null,
      forward: true,
      says: date,
      inferred: ((value('inferred') ?? []) as readonly string[]).includes(date) ? ['DATE'] : [],
    };
    const day = value(date) as string | null;
    return { told, from: day, to: day, of };
  }

  return { allChanges };
}

const SUBJECT = { edge: { role: { eq: 'SUBJECT' } } };

const claimed = (id: string, value: (column: string) => unknown) => ({
  id,
  modality: String(value('modality')),
  inferred: (value('inferred') ?? []) as readonly string[],
  note: value('note') as string | null,
  passages: (value('passages') ?? []) as readonly string[],
});

const validity = (value: (column: string) => unknown) => ({
  from: value('validFrom') as string | null,
  to: value('validTo') as string | null,
});

function turnOf({ kind, type }: Told, word: string): Turn {
  if (kind === 'BEGIN' || word === 'ENDED' || kind === 'END') return kind === 'BEGIN' ? 'BEGINS' : 'ENDS';
  const lasts = tieTable.find((spec) => spec.type === type)?.lasts ?? 'STATE';
  return lasts === 'DEED' || kind === 'EVENT' ? 'HAPPENS' : 'BEGINS';
}

const TYPES: readonly string[] = [...tieTypes, ...nounNames];

/** Refuses what is neither a relationship type nor a noun. */
export function checkTypes(types: readonly string[] | null | undefined): void {
  const unknown = types?.find((type) => !TYPES.includes(type));
  if (unknown === undefined) return;
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    `"types" takes relationship types such as AFFECTS and nouns such as Law, but got "${unknown.slice(0, 60)}". Take it from "type" of a tie, or from the enum Noun.`,
  );
}

const dayOf = (place: string): string => place.split(' ', 1)[0] ?? '';
const greatest = (one: string, other: string): string => (one > other ? one : other);
const least = (one: string, other: string): string => (one < other ? one : other);
