/** What an office use-case gets from the skin. A page's signed-in person is one. */
import type { OfficeCommand } from '#lib/domain/office/commands'
import { OFFICE, type OfficeState } from '#lib/domain/office/state'
import type { Instant, Result } from '#lib/domain/result'
import type { DeskStore } from '#lib/ports/desk-store'
import type { Done } from '../ask.ts'
import type { AskStream } from '../streams.ts'

export type OfficeDesk = Readonly<{ ask: AskStream; desk: DeskStore; newId: () => string; now: Instant }>
export type OfficeDone = Promise<Result<Done<OfficeState>>>

export const askOffice = ({ ask }: Pick<OfficeDesk, 'ask'>, command: OfficeCommand, formKey: string | null): OfficeDone =>
  ask('office')(OFFICE, command, formKey)
