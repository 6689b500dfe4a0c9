/** The rooms and who may know whom, drawn from the linter's own table: each room stands above all that it may import, and an arrow that others already say is left out. */
export type Fence = ReadonlyMap<string, readonly string[]>
type Policy = Readonly<{ from: { element: { type: string } }; allow: readonly { to: { element: { type: string | readonly string[] } } }[] }>

/** Of an `.oxlintrc.json`: room → rooms it may import, but for itself; `checks` reads everything and is not drawn. */
export function fenceOf(config: Readonly<{ rules: Readonly<Record<string, unknown>> }>): Fence {
  const [, { policies }] = config.rules['boundaries/dependencies'] as [string, { policies: readonly Policy[] }] // safe: our own file; fences.test.ts holds what is in it
  const rooms = policies.map(({ from, allow }): [string, string[]] => {
    const room = from.element.type
    return [room, allow.flatMap(({ to }) => to.element.type).filter((other) => other !== room)]
  })
  return new Map(rooms.filter(([room]) => room !== 'checks'))
}

const depthOf = (fence: Fence, room: string): number => Math.max(-1, ...(fence.get(room) ?? []).map((other) => depthOf(fence, other))) + 1
/** Rooms by how far above the lowest they stand. */
export function layersOf(fence: Fence): readonly (readonly string[])[] {
  const layers = Map.groupBy(fence.keys(), (room) => depthOf(fence, room))
  return [...layers].toSorted(([a], [b]) => b - a).map(([, rooms]) => rooms)
}
/** What a room may import and nothing else that it imports may. */
export function arrowsOf(fence: Fence): readonly (readonly [string, string])[] {
  const reach = (room: string): Set<string> => new Set((fence.get(room) ?? []).flatMap((other) => [other, ...reach(other)]))
  return [...fence].flatMap(([room, others]) =>
    others
      .filter((other) => !others.some((between) => between !== other && reach(between).has(other)))
      .map((other) => [room, other] as const),
  )
}

const PLACES: Readonly<Record<string, string>> = { app: 'app', ui: 'app/_ui', db: 'db', seed: 'db/seed', bench: 'bench', e2e: 'e2e' }
const placeOf = (room: string): string => PLACES[room] ?? `lib/${room}`
const [WIDTH, STEP, BOX] = [880, 74, { width: 128, height: 34 }]

export function drawn(fence: Fence): string {
  const layers = layersOf(fence)
  const at = new Map(
    layers.flatMap((rooms, row) =>
      rooms.map((room, i) => [room, { x: (WIDTH / (rooms.length + 1)) * (i + 1), y: 24 + row * STEP }] as const),
    ),
  )
  const of = (room: string) => at.get(room) ?? { x: 0, y: 0 }
  const lines = arrowsOf(fence).map(([from, to]) => {
    const [a, b] = [of(from), of(to)]
    return `<line x1="${a.x}" y1="${a.y + BOX.height}" x2="${b.x}" y2="${b.y - 3}" marker-end="url(#head)"/>`
  })
  const boxes = [...at].map(
    ([room, { x, y }]) =>
      `<rect x="${x - BOX.width / 2}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4"/><text x="${x}" y="${y + 22}">${placeOf(room)}</text>`,
  )
  const height = 24 + layers.length * STEP - 16
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Rooms, each above those that it may import">`,
    '<style>rect{fill:#eef3fb;stroke:#1a4b8f}line{stroke:#5b6472;stroke-width:1.2}text{font:13px sans-serif;text-anchor:middle;fill:#12233d}</style>',
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5b6472"/></marker></defs>',
    `<rect width="${WIDTH}" height="${height}" style="fill:#fff;stroke:none"/>`,
    ...lines,
    ...boxes,
    '</svg>',
    '',
  ].join('\n')
}
