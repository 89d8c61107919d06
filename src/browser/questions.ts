import { readStatementFiles, type StatementFile } from '../graph/statements.ts';
import { withValues } from './cypher-literal.ts';

/** A question of `cypher/browser/`. */
export interface BrowserQuestion {
  /** The name of its file. */
  readonly name: string;
  /** In words. */
  readonly title: string;
  readonly notes: readonly string[];
  readonly theme: string;
  /** The statement with the values of its example, its question as a comment on top. */
  readonly statement: string;
}

/** What Neo4j Browser opens with. */
export const FIRST = 'senate-and-its-reforms';
const THEMES = ['Institutions', 'Reforms', 'Laws and elections', 'Sources'];

/** Every question by theme, the first one first, the others by their words. */
export function browserQuestions(): readonly BrowserQuestion[] {
  return [...readStatementFiles().values()]
    .filter(({ folder }) => folder === 'browser')
    .map(questionOf)
    .sort(
      (one, other) =>
        THEMES.indexOf(one.theme) - THEMES.indexOf(other.theme) ||
        Number(other.name === FIRST) - Number(one.name === FIRST) ||
        one.title.localeCompare(other.title, 'en'),
    );
}

function questionOf({ name, summary, notes, theme = '', text, examples }: StatementFile): BrowserQuestion {
  if (!THEMES.includes(theme)) {
    throw new Error(
      `cypher/${name}.cypher needs a line "// @theme" with one of: ${THEMES.join(', ')}. It has "${theme}".`,
    );
  }
  return {
    name: name.replace('browser/', ''),
    title: summary,
    notes,
    theme,
    statement: `// ${summary}\n${withValues(text, examples)}`,
  };
}

/** The statement of a question on one line, without its comment. */
export const onOneLine = ({ statement }: BrowserQuestion): string =>
  statement.replace(/^\/\/.*\n/, '').replace(/\s+/g, ' ');
