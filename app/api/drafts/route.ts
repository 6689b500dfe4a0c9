import { DraftInput } from '#lib/schemas/account'
import { isTooMuch, saveTyped, type Values } from '#lib/server/forms/forms'
import { currentPerson } from '#lib/server/session/signed-in'

const MOST_BYTES = 512 * 1024 // what a form may bring (lib/schemas/limits.ts), and what JSON puts around it

/** What somebody is typing, kept for them alone. It is activity: who types is there. */
export async function POST(request: Request): Promise<Response> {
  const me = await currentPerson()
  if (!me) return new Response(null, { status: 401 })
  if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES) return new Response(null, { status: 413 })
  const input = DraftInput.safeParse(await request.json().catch(() => null))
  if (!input.success) return new Response(null, { status: 400 })
  const { form, formKey, version, fields } = input.data
  const values: Values = {
    ...Object.fromEntries(
      Object.entries(fields).map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
    ),
    ...(version !== null && { version }),
  }
  // What was kept before stays.
  if (isTooMuch(values)) return new Response(null, { status: 413 })
  return Response.json({ savedAt: (await saveTyped(me, form, formKey, values)) ? me.now : '' })
}
