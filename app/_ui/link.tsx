import NextLink from 'next/link'
import type { ComponentProps } from 'react'

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'>

/** Every link to a page. Without prefetch: 50 links would make 54 requests, and each would be logged as a reading. */
export function Link(props: LinkProps) {
  return <NextLink {...props} prefetch={false} />
}

/** Files and route handlers: a plain request, never a page change in place. */
export function FileLink({ href, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    // oxlint-disable-next-line nextjs/no-html-link-for-pages -- a route handler answers, not a page
    <a href={href} {...rest}>
      {children}
    </a>
  )
}
