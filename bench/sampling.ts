/** What this process does, sampled five thousand times a second. */
import { type Profiler, Session } from 'node:inspector/promises'

export type Profile = Profiler.Profile
const inspector = new Session()

export async function startProfile(): Promise<void> {
  inspector.connect()
  await inspector.post('Profiler.enable')
  await inspector.post('Profiler.setSamplingInterval', { interval: 200 })
  await inspector.post('Profiler.start')
}
export const endProfile = async (): Promise<Profile> => (await inspector.post('Profiler.stop')).profile
