'use client'

import { en, faultCodeOf, zh } from '#lib/i18n/fault'

export default function Fault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const isEnglish = typeof document !== 'undefined' && document.documentElement.lang === 'en'
  const { fault } = isEnglish ? en : zh
  const code = faultCodeOf(error.digest)
  return (
    <main id="main" className="wrap">
      <div className="stack narrow" role="alert">
        <h1>{fault.title}</h1>
        <p>{code ? fault.because[code] : fault.text(error.digest ?? '—')}</p>
        <p>
          <button type="button" className="btn primary" onClick={reset}>
            {fault.retry}
          </button>
        </p>
      </div>
    </main>
  )
}
