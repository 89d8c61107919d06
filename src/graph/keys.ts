import type { Parameters, Statement } from './graph.ts';

type Key = readonly unknown[];

/** What is sent for a statement: of keys that begin with `near` each rest once, and which of them follows which. */
export function parametersOf({ near }: Statement, parameters: Parameters): Parameters {
  const { keys } = parameters;
  if (!near || !Array.isArray(keys)) return parameters;
  const rests: Key[] = [];
  const restOf = (keys as Key[]).map((key) => {
    let at = rests.findLastIndex((rest) => hasRest(key, rest));
    if (at < 0) at = rests.push([null, ...key.slice(1)]) - 1;
    return at;
  });
  return { ...parameters, keys: keys.map(([first]: Key) => first), rests, restOf };
}

/** Values that are lists are the same only where they are one: keys of one field share theirs. */
function hasRest(key: Key, rest: Key): boolean {
  if (key.length !== rest.length) return false;
  for (let at = 1; at < key.length; at += 1) if (key[at] !== rest[at]) return false;
  return true;
}
