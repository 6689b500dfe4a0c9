import type { Messages } from '#lib/i18n/messages'
import type { Sentences } from './sentences.ts'

/**
 * 请填写这一项 says too little in a summary: here it names what is to be filled in, and with several tracks which one is meant,
 * in the same words beside the field.
 */
export function named(said: Sentences, t: Messages, labels: Readonly<Record<string, string>>, tracks = 1): Sentences {
  const general = t.field['field.required']({})
  const say = (name: string, text: string) => {
    const label = labels[name]
    if (text === general && label !== undefined) return t.report.fill(label)
    const index = tracks > 1 ? /^track\.(\d+)\./.exec(name)?.[1] : undefined
    return index === undefined ? text : t.worklist.chip(t.report.track(Number(index) + 1), text)
  }
  return {
    list: said.list.map(({ id, text }) => ({ id, text: say(id.replace(/^f-/, ''), text) })),
    at: (name) => {
      const text = said.at(name)
      return text === undefined ? undefined : say(name, text)
    },
  }
}

/** Where nothing is typed that could be compared, a stale form says what to look at instead. */
export const withStale = ({ field, refusal }: Messages, sentence: string): Pick<Messages, 'field' | 'refusal'> => ({
  field,
  refusal: { ...refusal, 'case.stale': () => sentence },
})
