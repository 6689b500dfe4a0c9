import { notFound } from 'next/navigation'
import { isId } from '#lib/schemas/fields'

/** Ids bound to an action come from outside like any field, as whatever their sender made of them: text of our kind, or the 404 of what is not there. */
export function mustBeIds(...ids: readonly unknown[]): void {
  if (!ids.every(isId)) notFound()
}
