import { redirect } from 'next/navigation'
import { homeOf } from '#lib/server/session/home'
import { signedIn } from '#lib/server/session/signed-in'

export default async function Page() {
  const { actor } = await signedIn()
  redirect(homeOf(actor))
}
