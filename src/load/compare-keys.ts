import { tieTypes } from '../graph/model.ts';
import { type DesiredGraph, type DesiredNode, type DesiredTie, ownLabelOf, type Properties } from './graph-shape.ts';
import type { Report } from './problem.ts';
import { tieKey } from './seed-of-graph.ts';
import type { StoredGraph, StoredTie } from './stored-graph.ts';

const HINT = 'load the data again: the loader writes it afresh';

/** Stored ids, keys and links against those that the loader gives to the same things and claims. */
export function compareKeys(
  desired: DesiredGraph,
  stored: StoredGraph,
  unread: ReadonlySet<string>,
  report: Report,
): void {
  const spotOf = (file: string) => ({ file, line: 0 });
  const differ = (file: string, what: string, wanted: Properties, found: Properties): void => {
    for (const key of differences(wanted, found)) {
      const message = `${what} has ${key} ${show(found[key])}, but what it says gives ${show(wanted[key])}`;
      report(spotOf(file), 'KEYS_DIFFER', message, HINT);
    }
  };
  const claims = new Set(tieTypes);
  const isSpoilt = ({ id, fromId, toId, properties }: DesiredTie): boolean =>
    [id, fromId, toId, String(properties.claimId)].some((one) => unread.has(one));

  const nodes = keyed(desired.nodes, nodeKey);
  const seenNodes = new Set<string>();
  for (const node of stored.nodes) {
    const key = nodeKey(node);
    seenNodes.add(key);
    const wanted = nodes.get(key);
    if (unread.has(node.id)) continue;
    if (wanted) differ(node.id, node.id, wanted.properties, node.properties);
    else if (!node.labels.includes('Thing')) orphan(node.id, `${node.labels.join(' ')} ${node.id}`);
  }
  for (const [key, { id }] of nodes) if (!seenNodes.has(key)) missing(id, key);

  const wantedTies = keyed(desired.ties, linkKey);
  const seenTies = new Set<string>();
  const claimIds = new Set<string>();
  for (const tie of stored.ties) {
    const key = linkKey(tie);
    const wanted = wantedTies.get(key);
    const isClaim = claims.has(tie.type);
    const again = seenTies.has(key) || (isClaim && claimIds.has(tie.id));
    seenTies.add(key);
    if (isClaim) claimIds.add(tie.id);
    if (unread.has(tieKey(tie)) || isSpoilt(tie)) continue;
    if (wanted && !again) differ(tieKey(tie), describe(tie), wanted.properties, tie.properties);
    else if (isClaim) badId(tie, again);
    else if (wantedTies.size > 0) orphan(holderOf(tie), describe(tie));
  }
  for (const [key, tie] of wantedTies) {
    // A claim under another id was met above.
    const ofOther = tie.type === 'SUPPORTS' && !isStoredClaim(String(tie.properties.claimId));
    if (!seenTies.has(key) && !claims.has(tie.type) && !ofOther && !isSpoilt(tie))
      missing(holderOf(tie), describe(tie));
  }

  function isStoredClaim(id: string): boolean {
    return claimIds.has(id) || seenNodes.has(`Thing ${id}`);
  }
  function badId(tie: StoredTie, again: boolean): void {
    const what =
      tie.id === ''
        ? 'has no id'
        : again
          ? `has the id ${tie.id} of another`
          : `has the id ${tie.id}, which is not made from what it says`;
    report(spotOf(tieKey(tie)), 'CLAIM_ID', `${describe(tie)} ${what}`, HINT);
  }
  function orphan(file: string, what: string): void {
    report(spotOf(file), 'LINKS_DIFFER', `nothing in the data gives ${what}`, `remove it, or ${HINT}`);
  }
  function missing(file: string, what: string): void {
    report(spotOf(file), 'LINKS_DIFFER', `there is no ${what}, which the data gives`, HINT);
  }
}

const nodeKey = ({ id, labels }: DesiredNode): string => `${ownLabelOf(labels)} ${id}`;
const linkKey = ({ type, id, fromId, toId }: DesiredTie): string => JSON.stringify([type, id, fromId, toId]);
const describe = ({ type, fromId, toId }: DesiredTie): string => `${fromId} ${type} ${toId}`;
/** What a link is told of: the claim, thing or passage it hangs on. */
const holderOf = ({ type, fromId, toId, properties }: DesiredTie): string =>
  type === 'SUPPORTS' ? String(properties.claimId) : type === 'IDENTIFIES' ? toId : fromId;

const keyed = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [keyOf(one), one]));

const differences = (a: Properties, b: Properties): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .sort()
    .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
