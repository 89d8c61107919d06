import { nounColours } from '../../schema/colours.ts';
import { nounNames } from '../../schema/nouns.ts';
import { escaped } from '../page/html.ts';
import { type BrowserQuestion, browserQuestions } from './questions.ts';

/** The guide beside Neo4j Browser's editor: what the colours mean, then every question, a slide for each theme. */
export function browserGuide(questions: readonly BrowserQuestion[] = browserQuestions()): string {
  const themes = [...new Set(questions.map(({ theme }) => theme))];
  const slides = [
    welcome(questions.length),
    ...themes.map((theme) =>
      slideOf(
        theme,
        questions.filter((question) => question.theme === theme),
      ),
    ),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>reformgraph</title></head>
<body>
${slides.map((slide) => `<slide>\n<div style="padding: 0 15px">\n${slide}\n</div>\n</slide>`).join('\n')}
</body>
</html>
`;
}

function welcome(count: number): string {
  const legend = nounNames.map((noun) => {
    const { fill, text } = nounColours[noun];
    return `<span style="background: ${fill}; color: ${text}; border-radius: 9px; padding: 1px 8px; margin: 2px; display: inline-block">${noun}</span>`;
  });
  return `<h3>reformgraph</h3>
<p>Reforms, laws, institutions, officials and events of Kazakhstan, each tie with a date and a source.</p>
<p>${legend.join('\n')}</p>
<p>The next pages have ${count} questions. The sign in front of one runs it; a click on its text puts it into the editor, where names and days can be changed.</p>
<p>In a picture: click a circle or an arrow to see what is known of it on the right; double-click a circle for its neighbours.
An arrow from a passage leads to what the passage speaks for; its document, line and our wording stand on the right.</p>
<p>Claims that were withdrawn or are known to be wrong are left out of every question. A bound of time that no source states shuts nothing out.
Neo4j Browser adds all ties that there are between what it draws; with “Connect result nodes” off in its settings, it draws the answer alone.</p>`;
}

function slideOf(theme: string, questions: readonly BrowserQuestion[]): string {
  return [`<h3>${escaped(theme)}</h3>`, ...questions.map(blockOf)].join('\n');
}

function blockOf({ name, title, notes, statement }: BrowserQuestion): string {
  const said = notes.length > 0 ? `\n<p>${escaped(notes.join(' '))}</p>` : '';
  return `<h5 id="${escaped(name)}">${escaped(title)}</h5>${said}
<figure><pre class="pre-scrollable code runnable">${escaped(statement)}</pre></figure>`;
}
