/** Forms as the server draws them for somebody who may: every field with something plausible in it, ready to be sent by somebody else. */
import { reasonActs } from '#lib/schemas/reason-acts'

export type Fields = readonly (readonly [name: string, value: string])[]
/** `actionId`: with the name of the act behind it where one action posts many (app/(desk)/actions.ts). */
export type Drawn = Readonly<{ actionId: string; fields: Fields }>
export type Filling = Readonly<{ password: string; caseNo: string; today: string }>

export function formsIn(html: string, filling: Filling): Drawn[] {
  return [...html.matchAll(/<form\b(?:[^>"]|"[^"]*")*>(.*?)<\/form>/gs)].flatMap(([, inside = '']) => {
    const fields = fieldsIn(inside, filling)
    // Each of React's own fields belongs to the form or to a button that has an action of its own.
    const sent = [...new Set(fields.flatMap(([name]) => /^\$ACTION_(\d+):/.exec(name)?.[1] ?? []))]
    const others = sent.flatMap((nth) => {
      const isOther = (name: string) => /^\$ACTION_(?:REF_)?(\d+)/.exec(name)?.[1] !== nth && name.startsWith('$ACTION_')
      return [[...fields.filter(([name]) => !isOther(name) && name !== `$ACTION_REF_${nth}`), [`$ACTION_REF_${nth}`, ''] as const]]
    })
    return (others.length > 0 ? others : [fields]).flatMap((each) => {
      const actionId = actionOf(each)
      return actionId === null ? [] : [{ actionId, fields: each }]
    })
  })
}

function actionOf(fields: Fields): string | null {
  for (const [name, value] of fields) {
    const plain = /^\$ACTION_ID_([0-9a-f]+)$/.exec(name)?.[1]
    const bound = /^\$ACTION_\d+:0$/.test(name) ? /"id":"([0-9a-f]+)"/.exec(value)?.[1] : undefined
    const act = /^\["(\w+)"/.exec(fields.find(([other]) => other === name.replace(/0$/, '1'))?.[1] ?? '')?.[1]
    if (plain ?? bound) return [plain ?? bound, ...reasonActs.filter((known) => known === act)].join(' ')
  }
  return null
}

const ATTRIBUTES = '(?:[^>"]|"[^"]*")*>'
const FIELD = new RegExp(`(<(input)\\b${ATTRIBUTES})|(<(select|textarea)\\b${ATTRIBUTES})(.*?)</(?:select|textarea)>`, 'gs')

function fieldsIn(html: string, filling: Filling): Fields {
  const fields: [string, string][] = []
  const chosen = new Set<string>()
  for (const found of html.matchAll(FIELD)) {
    const kind = found[2] ?? found[4] ?? ''
    const own = found[1] ?? found[3] ?? ''
    const inside = found[5] ?? ''
    const at = (attribute: string): string | null => {
      const given = new RegExp(`\\s${attribute}(?:="([^"]*)")?(?=[\\s/>])`).exec(own)
      return given ? decoded(given[1] ?? '') : null
    }
    const name = at('name')
    const type = at('type') ?? kind
    if (name === null || type === 'file' || type === 'submit') continue
    if (kind === 'select') fields.push([name, optionOf(inside)])
    else if (kind === 'textarea') fields.push([name, decoded(inside).trim() || '如实记载，供核对。'])
    else if (type === 'radio' || type === 'checkbox') {
      if (at('checked') !== null) fields.push([name, at('value') ?? 'on'])
      else if (!chosen.has(name)) fields.push([`?${name}`, at('value') ?? 'on'])
      chosen.add(name)
    } else fields.push([name, at('value') || (type === 'hidden' ? '' : typed(name, type, filling))])
  }
  // Of a group in which nothing was chosen, the first.
  const has = new Set(fields.map(([name]) => name))
  return fields.flatMap(([name, value]) =>
    !name.startsWith('?') ? [[name, value] as const] : has.has(name.slice(1)) ? [] : [[name.slice(1), value] as const],
  )
}

function optionOf(inside: string): string {
  const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = '']) => ({
    value: decoded(/value="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    selected: /\bselected\b/.test(attributes),
  }))
  return (options.find(({ selected, value }) => selected && value !== '') ?? options.find(({ value }) => value !== ''))?.value ?? ''
}

function typed(name: string, type: string, { password, caseNo, today }: Filling): string {
  if (type === 'password') return password
  if (name === 'caseNo') return caseNo
  if (type === 'date' || /(?:On|Day|from|to)$/.test(name)) return today
  if (/time$/i.test(name)) return '09:00'
  if (/yuan|amount/i.test(name)) return '100'
  if (/idNo|creditNo|phone/i.test(name)) return ''
  return '核对'
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'", '#x2F': '/' }
const decoded = (text: string): string => text.replaceAll(/&([a-z]+|#x?[0-9A-Fa-f]+);/g, (all, name: string) => NAMED[name] ?? all)
