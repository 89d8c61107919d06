import type { GalleryQuestion } from './gallery.ts';
import { type Html, html } from './page/html.ts';

const STYLE = html`
  #gallery { display: flex; gap: 0.75rem; align-items: center; height: 2.5rem; padding: 0 0.75rem; box-sizing: border-box;
    font: 0.9rem system-ui, sans-serif; background: #1d3557; color: #fff; }
  #gallery a { color: inherit; }
  #gallery select { flex: 1; min-width: 0; font: inherit; padding: 0.15rem; }
  #gallery button { font: inherit; }
  #figures { white-space: nowrap; }
  body { overflow: hidden; }
  #root .graphiql-container { height: calc(100vh - 2.5rem); }
`;

/** A line above GraphiQL: every question in words, which opens in a tab when chosen; what the last answer took, and it as a table. */
export const galleryMenu = (questions: readonly GalleryQuestion[], script: string): Html => html`<style>${STYLE}</style>
<nav id="gallery" aria-label="Gallery of questions">
<a href="/">reformgraph</a>
<label for="question">Questions</label>
<select id="question"><option value="">Choose one of ${questions.length}: it opens in a tab of its own</option>
${questions.map(({ title, query, variables }) => html`<option value="${title}" data-query="${query}" data-variables="${Object.keys(variables).length > 0 && JSON.stringify(variables)}">${title}</option>`)}
</select>
<output id="figures" for="question" aria-label="What the answer took"></output>
<button id="csv" type="button" disabled>CSV</button>
</nav>
<script src="${script}"></script>
`;
