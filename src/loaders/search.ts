import { nounNames } from '../../schema/nouns.ts';
import { ReformgraphError } from '../errors.ts';
import { type SearchKey, searchText } from '../graph/search.ts';
import { thingsWhere, withValues } from '../graph/where.ts';
import { candidateQuery } from '../search/candidates.ts';
import { type Asked, likeness } from '../search/likeness.ts';
import { makeForm, type NameForm, nameForm, ownNames } from '../search/name-form.ts';
import { impliedBy, isFiller } from '../search/weights.ts';
import type { Ask } from './ask.ts';
import { connectAll, type PageArguments, readSize } from './page.ts';
import { beginsBy, narrow, type ScopeArguments, scopeKey, WIDEST } from './scope.ts';
import { entityOf } from './timeline.ts';
import type { Connection, EdgeOf, Entity, Row } from './values.ts';
import { checkWhere, type WhereArgument } from './where.ts';

/** The name by which a thing was found; a number of an act has no language, script or kind. */
export interface MatchedName {
  readonly text: string;
  readonly language: string | null;
  readonly script: string | null;
  readonly kind: string | null;
}

export interface Found {
  readonly score: number;
  readonly matchedName: MatchedName;
  readonly thing: Entity;
}

export interface SearchArguments extends PageArguments, ScopeArguments {
  readonly query: string;
  readonly kinds?: readonly string[] | null | undefined;
  readonly where?: WhereArgument | null | undefined;
}

export interface SearchConnection extends Connection<EdgeOf<Found>> {
  /** How many of each kind there are on all pages, most first. */
  facets(): Promise<readonly { readonly kind: string; readonly count: number }[]>;
}

const LONGEST = 200;

export function searchLoaders(ask: Ask) {
  /** Things by a name that is like the query, the most alike first. */
  function search(args: SearchArguments): SearchConnection {
    const form = readQuery('query', args.query);
    let found: Promise<readonly Found[]> | undefined;
    const all = (): Promise<readonly Found[]> => {
      found ??= find({ form, begun: false }, args);
      return found;
    };
    const connection = connectAll(args, `search ${form.words.map(({ spelled }) => spelled).join(' ')}`, async () =>
      (await all()).map((one) => ({ place: placeOf(one), node: one })),
    );
    return Object.assign(connection, { facets: async () => facetsOf(await all()) });
  }

  /** The names that somebody who has typed so much may be typing, each thing once. */
  async function suggest(prefix: string, first: number, stated: ScopeArguments): Promise<readonly Found[]> {
    const size = readSize('first', first);
    return (await find({ form: readQuery('prefix', prefix), begun: true }, stated)).slice(0, size);
  }

  async function find(
    asked: Asked,
    { kinds, where, ...stated }: Pick<SearchArguments, 'kinds' | 'where'> & ScopeArguments,
  ): Promise<readonly Found[]> {
    const scope = narrow(WIDEST, stated);
    const conditions = where ? thingsWhere(nounNames, checkWhere(where), beginsBy(scope)) : undefined;
    if (!asked.begun && asked.form.words.every(isFiller)) return [];
    const key: SearchKey = [candidateQuery(asked.form), kinds ?? null, beginsBy(scope), ...scopeKey(scope)];
    const rows = (await ask(searchText(conditions?.text), withValues(key, conditions))) as Row[];
    const best = new Map<string, Compared>();
    for (const [id, ...row] of rows) {
      const thing = entityOf(String(id), scope);
      if (!thing) continue;
      for (const matchedName of namesOf(row)) {
        const found = compare(asked, matchedName, thing);
        const other = best.get(thing.id);
        if (found.score > 0 && (!other || placeOfName(found) < placeOfName(other))) best.set(thing.id, found);
      }
    }
    return [...best.values()].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  return { search, suggest };
}

/** Refused before the graph is asked. */
function readQuery(argument: string, text: string): NameForm {
  const refuse = (message: string): never => {
    throw new ReformgraphError('BAD_USER_INPUT', message);
  };
  if (text.length > LONGEST) {
    refuse(
      `"${argument}" may have ${LONGEST} characters, but got ${text.length}. Ask for the most telling words of it.`,
    );
  }
  const form = makeForm(text);
  if (form.words.length > 0) return form;
  return refuse(
    `"${argument}" has no letter and no digit: got "${text.slice(0, 60)}". Write a name, or a part of one.`,
  );
}

/** A row is of a thing, with its short name and identifiers, or of one of its names. */
function namesOf([text, identifiers, language, script, kind]: Row): readonly MatchedName[] {
  if (language !== undefined) {
    return [{ text: String(text), language: language as string, script: script as string | null, kind: String(kind) }];
  }
  const [short = '', ...numbers] = ownNames(String(text), (identifiers as string[] | null) ?? []);
  return [
    { text: short, language: 'en', script: 'Latn', kind: 'SHORT' },
    ...numbers.map((number) => ({ text: number, language: null, script: null, kind: null })),
  ];
}

interface Compared extends Found {
  /** How many words of the query begin as one of the name does, letter by letter: of names that are equally alike, that is the one meant. */
  readonly literally: number;
}

function compare({ form, begun }: Asked, matchedName: MatchedName, thing: Entity): Compared {
  const name = nameForm(matchedName.text);
  const alike = likeness({ form, begun }, name, impliedBy(thing.noun)) * standing(matchedName, thing);
  const literally = form.written.filter((word) =>
    name.written.some((other) => other.startsWith(word.slice(0, 3))),
  ).length;
  return { score: Math.round(alike * 10_000) / 10_000, matchedName, thing, literally };
}

/** In the order of texts: the highest score first. */
const placeOfScore = (score: number): string => (1 - score).toFixed(4);

/** Among the names of one thing. */
const placeOfName = ({ score, literally, matchedName: { text, language } }: Compared): string =>
  `${placeOfScore(score)} ${String(999 - literally).padStart(3, '0')} ${text} ${language}`;

/** Of two names that are equally alike, that of what people look for more often. */
const standing = ({ kind }: MatchedName, { noun }: Entity): number =>
  (kind === 'DESCRIPTION' ? 0.97 : 1) * (['Provision', 'Figure', 'SourceDocument'].includes(noun) ? 0.95 : 1);

/** Among the things found: equals in the order of their ids. */
const placeOf = ({ score, thing }: Found): string => `${placeOfScore(score)} ${thing.id}`;

function facetsOf(found: readonly Found[]): readonly { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { thing } of found) counts.set(thing.noun, (counts.get(thing.noun) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
