/** A conflict stays in sight until it is settled by saving, and each part can be taken from what is saved: plain buttons, so scripts are not needed. */
import { z } from 'zod'
import { keep, NO_PROBLEMS, type Values, type Who } from '#lib/server/forms/forms'
import type { SignedIn } from '#lib/server/session/signed-in'
import { textOf } from './rows-form.ts'

/** The version that the form was first filled in at, where that is no longer today's. */
export const baseOf = (kept: Values | null, readAt: number): string | null => {
  const base = kept && textOf(kept['base'] ?? kept['readAt'])
  return base && base !== String(readAt) ? base : null
}

/** What travels with every form that can meet a conflict, and the key by which its fields are drawn anew when one was taken. */
export function conflictFields({ kept, key, savedAt }: Readonly<{ kept: Values | null; key: string; savedAt: string }>, readAt: number) {
  const base = baseOf(kept, readAt)
  return { base, key: base ? savedAt : key, hidden: { readAt: String(readAt), ...(base && { base }) } }
}

/** 采用现在保存的: the part (a field, or a group of rows) that was typed is dropped, so that the page shows what is saved. */
export async function useSaved(me: Who, form: string, values: Values, backTo: string): Promise<void> {
  const { theirs, ...rest } = values
  if (theirs === undefined) return
  const parts = textOf(theirs).split(' ')
  const isTaken = (name: string): boolean => parts.some((part) => name === part || name.startsWith(`${part}.`))
  return keep(me, form, Object.fromEntries(Object.entries(rest).filter(([name]) => !isTaken(name))), NO_PROBLEMS, backTo)
}

/** What the schema knows. */
export const withoutBase = ({ base: _, ...values }: Values): Values => values

/** For an action whose form can meet a conflict (app/_form/act.ts): what is taken from what is saved goes back to the form. */
export const resolvedInput =
  <S extends z.ZodType>({ form, backTo }: Readonly<{ form: string; backTo: string }>, input: (me: SignedIn) => S) =>
  async (me: SignedIn, values: Values) => {
    await useSaved(me, form, values, backTo)
    return z.preprocess((sent) => withoutBase(sent as Values), input(me)) // safe: `act` hands on these values
  }
