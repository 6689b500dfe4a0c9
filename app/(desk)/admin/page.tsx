import { redirect } from 'next/navigation'
import { administrator } from './_parts/administrator.ts'

export default async function AdminPage() {
  await administrator()
  redirect('/admin/people')
}
