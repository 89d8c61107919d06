import type { Core } from 'cytoscape';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: unknown): string => String(text).replace(/[&<>"]/g, (found) => ESCAPES[found] as string);

const MARGIN = 80;

/** The picture as it stands, in the words and colours of the screen, on white. */
export function svgOf(graph: Core): string {
  const { x1, y1, w, h } = graph.elements(':visible').boundingBox({});
  const edges = graph.edges(':visible').map((edge) => {
    const [from, to] = [edge.source().position(), edge.target().position()];
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const dashes = edge.data('modality') === 'FACT' ? '' : ' stroke-dasharray="6 4"';
    return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="#7a828f"${dashes} marker-end="url(#arrow)"/><text x="${x}" y="${y}" font-size="9" fill="#535b69">${escaped(edge.data('label'))}</text>`;
  });
  const nodes = graph.nodes(':visible').map((node) => {
    const { x, y } = node.position();
    return `<circle cx="${x}" cy="${y}" r="13" fill="${escaped(node.data('colour'))}"/><text x="${x}" y="${y + 26}" font-size="11" fill="#1b1f27">${escaped(node.data('name'))}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x1 - MARGIN} ${y1 - MARGIN} ${w + 2 * MARGIN} ${h + 2 * MARGIN}" font-family="system-ui, sans-serif" text-anchor="middle">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="24" refY="5" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 10 5 0 10z" fill="#7a828f"/></marker></defs>
<rect x="${x1 - MARGIN}" y="${y1 - MARGIN}" width="100%" height="100%" fill="#ffffff"/>
${edges.join('\n')}
${nodes.join('\n')}
</svg>
`;
}
