import { redirect } from 'next/navigation'
import { homeOf } from '#lib/server/home'
import { signedIn } from '#lib/server/signed-in'

export default async function Page() {
  const { actor } = await signedIn()
  redirect(homeOf(actor))
}
