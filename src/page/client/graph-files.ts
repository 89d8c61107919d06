import type { Picture } from './graph.ts';
import { svgOf } from './graph-svg.ts';

/** The picture as it stands on the screen, to be taken away. */
export function offerFiles({ section, graph, drawn, colour }: Picture): void {
  for (const button of section.querySelectorAll<HTMLButtonElement>('[data-take]')) {
    button.addEventListener('click', () => {
      const kind = button.dataset.take ?? '';
      const file =
        kind === 'png'
          ? (graph.png({ output: 'blob', full: true, scale: 2, bg: colour('ground') }) as unknown as Blob)
          : new Blob([svgOf(graph, colour)], { type: 'image/svg+xml' });
      const link = Object.assign(document.createElement('a'), {
        href: URL.createObjectURL(file),
        download: `${drawn.of.replaceAll('/', '-')}.${kind}`,
      });
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
}
