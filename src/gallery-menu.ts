import { escaped } from './escape-html.ts';
import type { GalleryQuestion } from './gallery.ts';

const STYLE = `
  #gallery { display: flex; gap: 0.75rem; align-items: center; height: 2.5rem; padding: 0 0.75rem; box-sizing: border-box;
    font: 0.9rem system-ui, sans-serif; background: #1d3557; color: #fff; }
  #gallery select { flex: 1; min-width: 0; font: inherit; padding: 0.15rem; }
  body { overflow: hidden; }
  #root .graphiql-container { height: calc(100vh - 2.5rem); }
`;

/** A line above GraphiQL with every question in words; choosing one opens it in a tab. */
export function galleryMenu(questions: readonly GalleryQuestion[]): string {
  const options = questions.map(({ title, query }) => `<option value="${escaped(query)}">${escaped(title)}</option>`);
  return `<style>${STYLE}</style>
    <nav id="gallery" aria-label="Gallery of questions">
      <label for="question">Questions</label>
      <select id="question"><option value="">Choose one of ${questions.length}: it opens in a tab of its own</option>${options.join('')}</select>
    </nav>
    <script>
      document.getElementById('question').addEventListener('change', ({ target }) => {
        if (target.value) location.search = new URLSearchParams({ query: target.value });
      });
    </script>`;
}
