import { links } from '../graph/links.ts';
import { statementFile } from '../graph/statements.ts';
import type { Ask } from './ask.ts';
import { checkId, nounOf } from './ids.ts';
import { countSources, type SourceRow } from './independent-sources.ts';
import { type Linked, timeless } from './links.ts';
import { type PageArguments, readSize } from './page.ts';
import { narrow, recordedBy, retractedAfter, type Scope, type ScopeArguments, WIDEST } from './scope.ts';
import type { tieLoaders } from './ties.ts';
import type { ClaimValue, Connection, EdgeOf, Entity, MentionValue, PassageValue, Row } from './values.ts';

const evidenceText = statementFile('read/evidence');
const passagesText = statementFile('read/passages');
const independentText = statementFile('read/independent-sources');

/** Passages, what they mention, who speaks in them, and the claims that rest on them. */
export function evidenceLoaders(ask: Ask, linked: Linked, claim: ReturnType<typeof tieLoaders>['claim']) {
  /** The first passages of a claim or a thing, in the order in which it names them. */
  async function evidence(passages: readonly string[], first: number, scope: Scope): Promise<readonly PassageValue[]> {
    readSize('first', first);
    if (passages.length === 0) return [];
    return ((await ask(evidenceText, [passages, first])) as Row[]).map((passage) => ({ passage, scope }));
  }

  async function passage(id: string, stated: ScopeArguments): Promise<PassageValue | null> {
    const row = (await ask(passagesText, [checkId(id)])) as Row | undefined;
    return row ? { passage: row, scope: narrow(WIDEST, stated) } : null;
  }

  async function independentSources(passages: readonly string[], scope: Scope): Promise<number> {
    if (passages.length === 0) return 0;
    return countSources(
      (await ask(independentText, [passages, recordedBy(scope), retractedAfter(scope)])) as SourceRow[],
    );
  }

  function passages(
    name: 'passagesOfDocument' | 'statementsOfOfficial',
    id: string,
    args: PageArguments,
    scope: Scope,
  ): Connection<EdgeOf<PassageValue>> {
    const from = links[name].edgeColumns.length;
    return linked(name, id, args, timeless(scope), (row, cursor) => ({
      cursor,
      node: { passage: row.slice(from), scope },
    }));
  }

  function mentions(
    name: 'mentionsInPassage' | 'mentionsOfThing',
    id: string,
    args: PageArguments,
    scope: Scope,
  ): Connection<MentionValue> {
    const { edgeColumns } = links[name];
    return linked(name, id, args, timeless(scope), (row, cursor) => {
      const far = row.slice(edgeColumns.length);
      const thingId = String(far[0]);
      const noun = nounOf(thingId);
      return {
        cursor,
        as: String(row[edgeColumns.indexOf('as')]),
        passage: name === 'mentionsOfThing' ? { passage: far, scope } : undefined,
        thing: name === 'mentionsInPassage' && noun ? { noun, id: thingId, row: undefined, scope } : undefined,
      };
    });
  }

  function claims(
    name: 'claimsOfPassage' | 'claimsOfDocument',
    id: string,
    args: PageArguments & ScopeArguments,
    inherited: Scope,
  ): Connection<EdgeOf<ClaimValue>> {
    const scope = narrow(inherited, args);
    const { edgeColumns } = links[name];
    return linked(name, id, args, scope, async (row, cursor) => {
      const claimId = String(row[edgeColumns.indexOf('claimId')]);
      const type = String(row[edgeColumns.indexOf('claimType')]);
      const figure: Entity = {
        noun: 'Figure',
        id: claimId,
        row: undefined,
        scope,
      };
      return {
        cursor,
        node: type === 'Figure' ? figure : ((await claim(type, claimId, scope)) ?? figure),
      };
    });
  }

  /** Who is quoted or reported in a passage; null where its document speaks for itself. */
  async function speaker(passageId: string, scope: Scope): Promise<Entity | null> {
    const [edge] = await linked('speakerOfPassage', passageId, { first: 1 }, timeless(scope), (row, cursor) => ({
      cursor,
      id: String(row.at(-1)),
    })).edges();
    return edge ? { noun: 'Official', id: edge.id, row: undefined, scope } : null;
  }

  return {
    evidence,
    passage,
    independentSources,
    passages,
    mentions,
    claims,
    speaker,
  };
}
