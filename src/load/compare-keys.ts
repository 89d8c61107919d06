import { tieTypes } from '../graph/model.ts';
import { type DesiredGraph, type DesiredNode, type DesiredTie, ownLabelOf, type Properties } from './graph-shape.ts';
import type { Report } from './problem.ts';
import { tieKey } from './seed-of-graph.ts';
import type { StoredGraph, StoredTie } from './stored-graph.ts';

const HINT = 'load the data again: the loader writes it afresh';
const CLAIMS: ReadonlySet<string> = new Set(tieTypes);

/**
 * Stored ids, keys and links against those that the loader gives to the same things and claims.
 * What could not be read whole (`unread`) is left alone, with what hangs on it: why, is said already.
 */
export function compareKeys(
  desired: DesiredGraph,
  stored: StoredGraph,
  unread: ReadonlySet<string>,
  report: Report,
): void {
  const tell = (file: string, rule: 'KEYS_DIFFER' | 'CLAIM_ID' | 'LINKS_DIFFER', message: string): void =>
    report({ file, line: 0 }, rule, message, HINT);
  const differ = (file: string, what: string, wanted: Properties, found: Properties): void => {
    for (const key of differences(wanted, found)) {
      tell(file, 'KEYS_DIFFER', `${what} has ${key} ${show(found[key])}, but what it says gives ${show(wanted[key])}`);
    }
  };
  const orphan = (file: string, what: string): void => tell(file, 'LINKS_DIFFER', `nothing in the data gives ${what}`);
  const missing = (file: string, what: string): void =>
    tell(file, 'LINKS_DIFFER', `there is no ${what}, which the data gives`);

  const wantedNodes = keyed(desired.nodes, nodeKey);
  const storedNodes = keyed(stored.nodes, nodeKey);
  for (const [key, node] of storedNodes) {
    const wanted = wantedNodes.get(key);
    if (unread.has(node.id)) continue;
    if (wanted) differ(node.id, node.id, wanted.properties, node.properties);
    else orphan(node.id, key);
  }
  for (const [key, { id }] of wantedNodes) if (!storedNodes.has(key)) missing(id, key);

  const read = new Set(desired.nodes.map(({ id }) => id));
  const there = new Set(stored.nodes.map(({ id }) => id));
  const hangsOnUnread = ({ type, fromId, toId, properties }: DesiredTie): boolean =>
    !read.has(fromId) ||
    !read.has(toId) ||
    unread.has(String(properties.claimId)) ||
    // The ties of a figure take their dates from it.
    (type === 'ABOUT' && unread.has(fromId));

  const wantedTies = keyed(desired.ties, linkKey);
  const seen = new Set<string>();
  const claimIds = new Set<string>();
  for (const tie of stored.ties) {
    const key = linkKey(tie);
    const wanted = wantedTies.get(key);
    const isClaim = CLAIMS.has(tie.type);
    const again = seen.has(key) || (isClaim && claimIds.has(tie.id));
    seen.add(key);
    if (isClaim) claimIds.add(tie.id);
    if (unread.has(tieKey(tie)) || hangsOnUnread(tie) || (!wanted && unread.has(tie.fromId))) continue;
    if (wanted && !again)
      differ(isClaim ? tieKey(tie) : holderOf(tie), describe(tie), wanted.properties, tie.properties);
    else if (isClaim) tell(tieKey(tie), 'CLAIM_ID', `${describe(tie)} has ${faultOfId(tie, again)}`);
    else orphan(holderOf(tie), describe(tie));
  }
  for (const [key, tie] of wantedTies) {
    if (seen.has(key) || CLAIMS.has(tie.type) || hangsOnUnread(tie)) continue;
    // A claim under another id was met above; an end that is not there is a matter of the rules.
    const { claimId } = tie.properties;
    const isOfNone = claimId !== undefined && !claimIds.has(String(claimId)) && !there.has(String(claimId));
    if (!isOfNone && there.has(tie.fromId) && there.has(tie.toId)) missing(holderOf(tie), describe(tie));
  }
}

const faultOfId = ({ id }: StoredTie, again: boolean): string => {
  if (id === '') return 'no id';
  return again ? `the id ${id} of another` : `the id ${id}, which is not made from what it says`;
};

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
