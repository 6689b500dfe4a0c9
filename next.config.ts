import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import type { NextConfig } from 'next'

// Next writes its own wishes into the tsconfig it is given; ours stays ours.
const tsconfigPath = '.cache/next.tsconfig.json'
if (!existsSync(tsconfigPath)) {
  mkdirSync('.cache', { recursive: true })
  writeFileSync(tsconfigPath, '{ "extends": "../tsconfig.json" }')
}

// Every page is dynamic: the root layout reads cookies, and a prerendered page would have no nonce (lib/server/edge/serve.ts).
export default {
  distDir: process.env.NEXT_DIST_DIR ?? '.next', // the tests build beside a running portal, never over it
  serverExternalPackages: ['better-sqlite3'],
  images: { unoptimized: true }, // no image optimiser: each release has leaked or been bypassed
  typescript: { ignoreBuildErrors: true, tsconfigPath }, // types are checked by tsc 7 in `npm run check`
  poweredByHeader: false,
  devIndicators: false,
  // Steps of their own once; a bookmark still leads to where they are (found B8).
  redirects: async () => [
    {
      source: '/cases/:caseId/send/:trackId/:step(recipient|preview)',
      destination: '/cases/:caseId/send/:trackId/confirm',
      permanent: false,
    },
  ],
  compress: true, // nobody else in front has to; pages are text and shrink to a sixth
  reactStrictMode: true,
} satisfies NextConfig
