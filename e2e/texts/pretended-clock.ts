/** Imported before the portal (NODE_OPTIONS): its clock stands at NOW, so that no age, no remaining time and no day differs between two runs. */
const now = Date.parse(process.env['NOW'] ?? '')
if (Number.isNaN(now)) throw new Error('NOW is no instant')

Date.now = () => now
// Not a subclass: Next makes a Date of its own from what this one has itself, and would find no Date.parse.
globalThis.Date = new Proxy(Date, {
  construct: (date, given: unknown[], made) => Reflect.construct(date, given.length === 0 ? [now] : given, made) as Date, // safe: it constructs dates
})
