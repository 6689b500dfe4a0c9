/** The kinds of things that have a history of their own: each is a stream of events, decided and folded by itself (lib/usecases/streams.ts). */
export type Stream = 'case' | 'office'
export type StreamKey = Readonly<{ stream: Stream; streamId: string }>
export const caseStream = (caseId: string): StreamKey => ({ stream: 'case', streamId: caseId })
