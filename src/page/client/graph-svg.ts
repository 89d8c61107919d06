import type { Core, EdgeSingular, Position } from 'cytoscape';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: unknown): string => String(text).replace(/[&<>"]/g, (found) => ESCAPES[found] as string);

const MARGIN = 80;

/** The picture as it stands, in the words and colours of the screen. */
export function svgOf(graph: Core, colour: (name: string) => string): string {
  const [ground, text, quiet] = [colour('ground'), colour('text'), colour('quiet')].map(escaped);
  const { x1, y1, w, h } = graph.elements(':visible').boundingBox({});
  const edges = graph.edges(':visible').map((edge) => {
    const { x, y } = edge.midpoint();
    const dashes = edge.data('modality') === 'FACT' ? '' : ' stroke-dasharray="6 4"';
    const lines = String(edge.data('label'))
      .split('\n')
      .map((line, at) => `<tspan x="${x}" dy="${at === 0 ? 0 : 10}">${escaped(line)}</tspan>`);
    return `<path d="${curveOf(edge)}" fill="none" stroke="${quiet}"${dashes} marker-end="url(#arrow)"/><text x="${x}" y="${y}" font-size="9" fill="${quiet}">${lines.join('')}</text>`;
  });
  const nodes = graph.nodes(':visible').map((node) => {
    const { x, y } = node.position();
    return `<circle cx="${x}" cy="${y}" r="13" fill="${escaped(node.data('colour'))}"/><text x="${x}" y="${y + 26}" font-size="11" fill="${text}">${escaped(node.data('name'))}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x1 - MARGIN} ${y1 - MARGIN} ${w + 2 * MARGIN} ${h + 2 * MARGIN}" font-family="system-ui, sans-serif" text-anchor="middle">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 10 5 0 10z" fill="${quiet}"/></marker></defs>
<rect x="${x1 - MARGIN}" y="${y1 - MARGIN}" width="100%" height="100%" fill="${ground}"/>
${edges.join('\n')}
${nodes.join('\n')}
</svg>
`;
}

const at = ({ x, y }: Position): string => `${x} ${y}`;

/** From border to border, past the points that keep parallel ties apart. */
function curveOf(edge: EdgeSingular): string {
  const end = edge.targetEndpoint();
  // There are none where a tie is drawn straight.
  const controls: readonly Position[] = edge.controlPoints() ?? [];
  const curves = controls.map((control, index) => {
    const next = controls[index + 1];
    return `Q${at(control)} ${at(next ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 } : end)}`;
  });
  return `M${at(edge.sourceEndpoint())}${curves.length > 0 ? curves.join('') : `L${at(end)}`}`;
}
