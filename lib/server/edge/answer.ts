/** The one place that stands before an answer of Next's: it sees the status before it goes, and may change it, hold it back or put another in its place. */
import type { ServerResponse } from 'node:http'

type Args = readonly unknown[]
/** Each is given what was asked and how to go on; `send` without a word goes on as it was asked. Left out: everything passes as it comes. */
export type Before = Readonly<{
  head?: (status: number, send: (status?: number, rest?: Args) => ServerResponse) => ServerResponse
  write?: (args: Args, send: () => boolean) => boolean
  end?: (args: Args, send: (args?: Args) => ServerResponse) => ServerResponse
}>

/** Whoever comes later is asked earlier. Answers with what takes it away again. */
export function beforeAnswer(res: ServerResponse, { head, write, end }: Before): () => void {
  const was = { writeHead: res.writeHead, write: res.write, end: res.end }
  if (head)
    res.writeHead = (asked: number, ...given: unknown[]) =>
      head(asked, (status = asked, rest = given) => Reflect.apply(was.writeHead, res, [status, ...rest]))
  if (write) res.write = (...args: unknown[]) => write(args, () => Reflect.apply(was.write, res, args))
  if (end) res.end = (...args: unknown[]) => end(args, (instead = args) => Reflect.apply(was.end, res, [...instead]))
  return () => void Object.assign(res, was)
}
