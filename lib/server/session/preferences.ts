/** How a browser wants to be spoken to: three cookies, so that the choice holds before anybody has signed in. */
import { z } from 'zod'

const LANG = 'lang'
const THEME = 'theme'
const SIZE = 'size'
const Preference = {
  [LANG]: z.enum(['zh-CN', 'en']).catch('zh-CN'),
  [THEME]: z.enum(['system', 'light', 'dark']).catch('system'),
  [SIZE]: z.enum(['normal', 'large', 'xlarge']).catch('normal'),
}
export type Preferences = Readonly<{
  lang: z.infer<(typeof Preference)['lang']>
  theme: z.infer<(typeof Preference)['theme']>
  size: z.infer<(typeof Preference)['size']>
}>

type Jar = Readonly<{ get: (name: string) => Readonly<{ value: string }> | undefined }>
export const preferencesOf = (jar: Jar): Preferences => ({
  lang: Preference.lang.parse(jar.get(LANG)?.value),
  theme: Preference.theme.parse(jar.get(THEME)?.value),
  size: Preference.size.parse(jar.get(SIZE)?.value),
})
