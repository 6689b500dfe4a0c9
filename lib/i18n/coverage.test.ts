import { describe, expect, it } from 'vitest'
import { AREAS, messagesOf } from './messages.ts'

type Said = { path: string; text: string }

const HAN = /\p{Script=Han}/u
/** Chinese that an English page may show: the name of the other language, and quotations of what one types. */
const QUOTED_IN_ENGLISH = ['中文', '2.68万', '26号']

const zh = everySentence(messagesOf('zh-CN'))
const en = everySentence(messagesOf('en'))

describe('the two languages', () => {
  it('say the same things', () => {
    expect(en.map((said) => said.path)).toEqual(zh.map((said) => said.path))
  })

  it('say something everywhere, and never a slip of the program', () => {
    const empty = [...zh, ...en].filter(({ text }) => text.trim() === '' || /undefined|NaN|\[object/.test(text))
    expect(empty).toEqual([])
  })

  it('never shout', () => {
    expect([...zh, ...en].filter(({ text }) => /[!！]/.test(text))).toEqual([])
  })

  it('have no group that two files claim', () => {
    const groups = AREAS.flatMap((area) => Object.keys(area.zh))
    expect(groups.filter((group, i) => groups.indexOf(group) !== i)).toEqual([])
  })
})

describe('English', () => {
  it('has no Chinese but quotations', () => {
    const bare = en.map(({ path, text }) => ({ path, text: QUOTED_IN_ENGLISH.reduce((t, q) => t.replaceAll(q, ''), text) }))
    expect(bare.filter(({ text }) => HAN.test(text))).toEqual([])
  })

  it('has no full-width punctuation', () => {
    expect(en.filter(({ text }) => /[，。；：？（）、／]/.test(text))).toEqual([])
  })
})

describe('Chinese', () => {
  it('uses full-width punctuation', () => {
    expect(zh.filter(({ text }) => /\p{Script=Han}\s?[,;:?()]|[,;:?()]\s?\p{Script=Han}/u.test(text))).toEqual([])
  })

  it('says 你', () => {
    expect(zh.filter(({ text }) => text.includes('您'))).toEqual([])
  })

  it('puts a space between a number and its unit, but not in document numbers and dates', () => {
    const written = everySentence(messagesOf('zh-CN'), (message) => [String(message)]) // a name may follow 1 as an argument
    const glued = written.filter(({ text }) => /\d(?![号年月日])\p{Script=Han}/u.test(text.replaceAll('2.68万', '')))
    expect(glued).toEqual([])
  })
})

/** Every leaf, and functions as they speak of one and of two. Arguments are texts or numbers, so a number fits both. */
function everySentence(node: unknown, speak = ofOneAndTwo, path = ''): Said[] {
  if (typeof node === 'string') return [{ path, text: node }]
  if (typeof node === 'function') return speak(node).map((text, i) => ({ path: `${path}(${i + 1})`, text }))
  return Object.entries(node as object).flatMap(([key, child]) => everySentence(child, speak, `${path}.${key}`)) // safe: a group is all that is left
}

function ofOneAndTwo(message: Function): string[] {
  return [1, 2].map((n) => String(message(...Array<number>(message.length).fill(n))))
}
