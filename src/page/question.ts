import { createHash } from 'node:crypto';
import type { GalleryQuestion } from '../gallery.ts';
import type { InProcessAnswer } from '../in-process.ts';
import { readableAnswer } from './answer-table.ts';
import { inEnglish } from './claims.ts';
import { flatten, toCsv } from './csv.ts';
import { type Html, html } from './html.ts';
import { badParameter, isPassing } from './problems.ts';
import { isForPeople, titleIn } from './question-words.ts';
import { type Download, type Page, PageProblem, type View } from './view.ts';

/** The questions of the gallery, in words: those of people first. */
export async function questions(view: View): Promise<Page> {
  const { say, gallery } = view;
  return {
    title: say('gallery'),
    day: 'NONE',
    body: html`<p>${say('galleryIntro')}</p>${questionList(view, gallery.filter(isForPeople))}
<section aria-labelledby="technical"><h2 id="technical">${say('galleryTechnical')}</h2>
${questionList(
  view,
  gallery.filter((one) => !isForPeople(one)),
)}</section>`,
  };
}

export const questionList = ({ link, asked }: View, listed: readonly GalleryQuestion[]): Html =>
  html`<ul class="questions">${listed.map((one) => {
    const { text, isEnglish } = titleIn(one, asked.language);
    return html`<li><a href="${link(`/questions/${one.name}`)}"${isEnglish && inEnglish(asked.language)}>${text}</a></li>`;
  })}</ul>`;

/** A question with its answer as a table; with `.csv` or `.json` behind its name, the answer as a file. */
export async function question(view: View, rest: string): Promise<Page | Download | undefined> {
  const [, name = '', form] = /^([\w-]+)(?:\.(csv|json))?$/.exec(rest) ?? [];
  const found = view.gallery.find((one) => one.name === name);
  if (!found) return undefined;
  const answer = await view.ask(found.query, variablesOf(view, found), form ? {} : { cypher: true });
  const refused = answer.errors.find(({ extensions: { code } }) => answer.data === null || isPassing(code));
  if (refused) throw new PageProblem(refused.extensions.code, refused.message);
  const version = versionOf(answer);
  if (form === 'csv') {
    return {
      fileName: `${name}-${version}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      text: toCsv(flatten(answer.data)),
    };
  }
  if (form === 'json') {
    const { data, errors } = answer;
    const text = `${JSON.stringify(errors.length > 0 ? { data, errors } : { data }, null, 2)}\n`;
    return { fileName: `${name}-${version}.json`, mediaType: 'application/json; charset=utf-8', text };
  }
  return answerPage(view, found, answer, version);
}

/** As it is asked first, and of the day of the page where it lets itself be asked of one. */
const variablesOf = ({ asked: { asOf } }: View, asks: GalleryQuestion): Readonly<Record<string, unknown>> => ({
  ...asks.variables,
  ...(asOf !== undefined && asksOfDay(asks) ? { asOf } : {}),
});

const asksOfDay = ({ query }: GalleryQuestion): boolean => /\$asOf\s*:/.test(query);

/** By which one answer is told from another, whatever was written to the graph in between. */
const versionOf = ({ data }: InProcessAnswer): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);

function answerPage(view: View, asks: GalleryQuestion, answer: InProcessAnswer, version: string): Page {
  const { asked, say, link, hasGraphiql } = view;
  const { name, query } = asks;
  const { text, isEnglish } = titleIn(asks, asked.language);
  const stated = asked.parameters.get('data');
  if (stated !== undefined && !/^[0-9a-f]{12}$/.test(stated)) return badParameter(view, 'data');
  const address = link(`/questions/${name}`, { lang: asked.language, data: version });
  return {
    title: text,
    isEnglish,
    day: asksOfDay(asks) ? 'ASKED' : 'IGNORED',
    body: html`${stated !== undefined && html`<p role="status" class="as-of">${say(stated === version ? 'sameData' : 'otherData')}</p>`}
<section aria-labelledby="answer"><h2 id="answer">${say('questionAnswer')}</h2>
${readableAnswer(view, answer.data)}
<p class="pages">${say('download')}: <a href="${link(`/questions/${name}.csv`)}" download>CSV</a> <a href="${link(`/questions/${name}.json`)}" download>JSON</a></p>
${answer.errors.length > 0 && html`<h3>${say('questionErrors')}</h3><ul>${answer.errors.map(({ message, extensions: { code } }) => html`<li lang="en">${code}: ${message}</li>`)}</ul>`}
</section>
<section aria-labelledby="permanent"><h2 id="permanent">${say('permanent')}</h2>
<p><a href="${address}">${address}</a></p><p class="quiet">${say('permanentHint')}</p></section>
<section aria-labelledby="graphql"><h2 id="graphql">${say('asGraphql')}</h2>
<pre tabindex="0"><code lang="en">${query}</code></pre>
${hasGraphiql && html`<p><a href="/graphql?${new URLSearchParams({ query }).toString()}">${say('openInGraphiql')}</a></p>`}</section>
${cypherOf(view, answer)}`,
  };
}

/** The statements that answered, where the answer brings them, and a link that draws it. */
function cypherOf({ say }: View, { extensions: { cypher, browser } }: InProcessAnswer): Html | undefined {
  if (!Array.isArray(cypher) || cypher.length === 0) return undefined;
  const texts = cypher.map((one: unknown) => {
    const { set = '', text = '' } = (one ?? {}) as { readonly set?: string; readonly text?: string };
    return `${set}${text}`;
  });
  return html`<section aria-labelledby="cypher"><h2 id="cypher">${say('asCypher')}</h2>
${typeof browser === 'string' && /^https?:\/\//.test(browser) && html`<p><a href="${browser}">${say('openInBrowser')}</a></p>`}
<details><summary>${say('total', { n: texts.length })}</summary>${texts.map((text) => html`<pre tabindex="0"><code lang="en">${text}</code></pre>`)}</details></section>`;
}
