'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

/** A page changed in place keeps its frame: this moves the mark of the present part along. */
export function NavCurrent() {
  const path = usePathname()
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav.nav a')) {
      const part = link.pathname
      if (path === part || path.startsWith(`${part}/`)) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
  }, [path])
  return null
}
