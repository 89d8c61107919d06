type Fields = Readonly<Record<string, unknown>>;

interface Edge {
  readonly node: unknown;
  readonly properties?: Fields;
}

/** Edges carry their properties apart; nodes without edges are asked as `nodes: edges { node { … } }`. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      if (name === 'nodes') return [name, (held as readonly Edge[]).map(({ node }) => plain(node))];
      if (name === 'edges')
        return [name, (held as readonly Edge[]).map(({ properties, node }) => ({ ...properties, node: plain(node) }))];
      return [name, plain(held)];
    }),
  );
}

/** Lists at the root are arrays, unless they are counted too. */
export const read = (data: unknown): unknown =>
  Object.fromEntries(
    Object.entries(data as Fields).map(([name, list]) => [
      name,
      Array.isArray(list) ? { nodes: list.map(plain) } : plain(list),
    ]),
  );

/** A thing by its id is a list of one. */
export const readOne = (data: unknown): unknown => {
  const { institutions } = data as { readonly institutions: readonly unknown[] };
  return { institution: institutions[0] ?? null };
};
