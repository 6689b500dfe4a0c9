import { expect, test } from '@playwright/test'

// Without a Chinese font both are the same empty box, and every other picture means nothing.
test('the browser draws 社 and 会 differently and in both weights, and 𠮷 of extension B at all', async ({ page }) => {
  const drawn = (text: string, weight: number) =>
    page.evaluate(
      ([glyph, bold]) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 })
        const pen = canvas.getContext('2d')
        if (!pen) throw new Error('no canvas')
        pen.font = `${bold} 48px sans-serif`
        pen.fillText(String(glyph), 8, 52)
        return canvas.toDataURL()
      },
      [text, weight] as const,
    )
  expect(await drawn('社', 400)).not.toBe(await drawn('会', 400))
  expect(await drawn('社', 400)).not.toBe(await drawn('社', 600))
  expect(await drawn('𠮷', 400), 'beyond the basic plane; the other is in no font').not.toBe(await drawn('\u{2a6df}', 400))
})
