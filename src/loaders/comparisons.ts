import { comparisonColumns } from '../../schema/columns.ts';
import {
  type ComparisonListKey,
  comparisonCountText,
  comparisonListTexts,
  comparisonsText,
} from '../graph/comparisons.ts';
import { links } from '../graph/links.ts';
import type { Ask } from './ask.ts';
import { checkId, nounOf } from './ids.ts';
import { type Linked, timeless } from './links.ts';
import { connect, type PageArguments, readPage, writeCursor } from './page.ts';
import { narrow, recordedBy, retractedAfter, type Scope, type ScopeArguments, WIDEST } from './scope.ts';
import type { tieLoaders } from './ties.ts';
import type { ClaimValue, ComparisonValue, Connection, EdgeOf, Entity, Row, SideValue } from './values.ts';

export interface ConflictArguments extends PageArguments {
  readonly verdict?: readonly string[] | null | undefined;
}

interface RootArguments extends ConflictArguments, ScopeArguments {
  readonly about?: string | null | undefined;
  readonly document?: string | null | undefined;
}

type Column = (typeof comparisonColumns)[number];

/** Comparisons of sources that disagree: by id, as lists, and their sides. */
export function comparisonLoaders(ask: Ask, linked: Linked, claim: ReturnType<typeof tieLoaders>['claim']) {
  async function comparison(id: string, stated: ScopeArguments): Promise<ComparisonValue | null> {
    const row = (await ask(comparisonsText, [checkId(id)])) as Row | undefined;
    return row ? readComparison(row, narrow(WIDEST, stated)) : null;
  }

  function all(args: ConflictArguments, scope: Scope): Connection<EdgeOf<ComparisonValue>> {
    const list = 'Comparison';
    const page = readPage(args, list);
    const key: ComparisonListKey = [
      page.after ?? '',
      page.before ?? '~',
      recordedBy(scope),
      retractedAfter(scope),
      args.verdict ?? null,
    ];
    return connect({
      page,
      rows: async () => {
        const rows = (await ask(comparisonListTexts[page.order], key, { limit: page.limit })) as Row[];
        return rows.map((row) => ({
          cursor: writeCursor(list, String(cell(row, 'sortKey'))),
          node: readComparison(row, scope),
        }));
      },
      cursorOf: ({ cursor }) => cursor,
      count: async () => (await ask(comparisonCountText, ['', '~', ...key.slice(2)])) as number,
    });
  }

  /** Comparisons that touch a thing, claim, passage or document. */
  function conflictsOf(
    subject: string,
    args: ConflictArguments,
    scope: Scope,
    document: string | null = null,
  ): Connection<EdgeOf<ComparisonValue>> {
    const { edgeColumns } = links.comparisonsOfSubject;
    return linked(
      'comparisonsOfSubject',
      subject,
      args,
      timeless(scope),
      (row, cursor) => ({ cursor, node: readComparison(row.slice(edgeColumns.length), scope) }),
      [args.verdict ?? null, document],
    );
  }

  function conflicts({ about, document, ...args }: RootArguments): Connection<EdgeOf<ComparisonValue>> {
    const scope = narrow(WIDEST, args);
    if (about != null) checkId(about);
    if (document != null) checkId(document, 'SourceDocument');
    const subject = about ?? document;
    return subject == null ? all(args, scope) : conflictsOf(subject, args, scope, document ?? null);
  }

  /** Sides and things stay with a comparison whatever day is asked, so nothing is filtered here. */
  async function sides({ id, scope }: ComparisonValue, first: number): Promise<readonly SideValue[]> {
    const { edgeColumns } = links.sidesOfComparison;
    const at = (column: string): number => edgeColumns.indexOf(column);
    return linked('sidesOfComparison', id, { first }, WIDEST, (row, cursor) => ({
      cursor,
      order: Number(row[at('order')]),
      says: String(row[at('says')]),
      claimId: row[at('claimId')] as string | null,
      claimType: row[at('claimType')] as string | null,
      passage: { passage: row.slice(edgeColumns.length), scope },
    })).edges();
  }

  async function comparedThings({ id, scope }: ComparisonValue, first: number): Promise<readonly Entity[]> {
    const edges = await linked('thingsOfComparison', id, { first }, WIDEST, (row, cursor) => ({
      cursor,
      thing: entity(String(row.at(-1)), scope),
    })).edges();
    return edges.flatMap(({ thing }) => thing ?? []);
  }

  async function sideClaim({ claimId, claimType, passage }: SideValue): Promise<ClaimValue | null> {
    if (claimId === null || claimType === null) return null;
    return claimType === 'Figure' ? entity(claimId, passage.scope) : claim(claimType, claimId, passage.scope);
  }

  return { comparison, conflicts, conflictsOf, sides, comparedThings, sideClaim };
}

const cell = (row: Row, column: Column): unknown => row[comparisonColumns.indexOf(column)];

function readComparison(row: Row, scope: Scope): ComparisonValue {
  const text = (column: Column): string => String(cell(row, column));
  const settledBy = cell(row, 'settledBy');
  return {
    id: text('id'),
    name: text('name'),
    verdict: text('verdict'),
    explanation: text('explanation'),
    settledBy: typeof settledBy === 'string' ? entity(settledBy, scope) : null,
    documents: (cell(row, 'documentIds') as string[]).flatMap((id) => entity(id, scope) ?? []),
    recordedAt: text('recordedAt'),
    retractedAt: cell(row, 'retractedAt') as string | null,
    scope,
  };
}

function entity(id: string, scope: Scope): Entity | null {
  const noun = nounOf(id);
  return noun ? { noun, id, row: undefined, scope } : null;
}
