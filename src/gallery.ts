import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A question of the gallery: asked and compared in tests, offered in GraphiQL. */
export interface GalleryQuestion {
  /** Its folder in `test/questions/`. */
  readonly name: string;
  /** The question in words: the comment on its first line. */
  readonly title: string;
  readonly query: string;
  /** What it is asked with first: each variable that it declares, null where its folder gives no value. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const FOLDER = new URL('../test/questions/', import.meta.url);

/** What GraphiQL opens on. */
const FIRST = 'reforms-that-affected-the-senate';

/** All questions of the gallery, the first one first, the others by their words; none where the tests were left out of an installation. */
export function readGallery(): readonly GalleryQuestion[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .map((name) => {
      const query = readFileSync(new URL(`${name}/question.graphql`, FOLDER), 'utf8');
      const variables = new URL(`${name}/variables.json`, FOLDER);
      return {
        name,
        title: /^# (.*)$/m.exec(query)?.[1] ?? name,
        query,
        variables: variablesOf(query, existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {}),
      };
    })
    .sort(
      (one, other) =>
        Number(other.name === FIRST) - Number(one.name === FIRST) || one.title.localeCompare(other.title, 'en'),
    );
}

const variablesOf = (query: string, given: GalleryQuestion['variables']): GalleryQuestion['variables'] =>
  Object.fromEntries([...query.matchAll(/\$(\w+)\s*:/g)].map(([, name = '']) => [name, given[name] ?? null]));
