/** What an office use-case gets from the skin. A page's signed-in person is one. */
import type { OfficeCommand } from '#lib/domain/office/commands'
import { OFFICE, type OfficeState } from '#lib/domain/office/state'
import type { Instant, Result } from '#lib/domain/result'
import type { DeskStore } from '#lib/ports/desk-store'
import type { Ask, Done } from '../ask.ts'

export type OfficeDesk = Readonly<{ askOffice: Ask<OfficeCommand, OfficeState>; desk: DeskStore; newId: () => string; now: Instant }>
export type OfficeDone = Promise<Result<Done<OfficeState>>>

export const askOffice = ({ askOffice: ask }: OfficeDesk, command: OfficeCommand, formKey: string | null): OfficeDone =>
  ask(OFFICE, command, formKey)
