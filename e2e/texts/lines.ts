/** What a page says, one thing a line, in what the server sent: seen or folded away, said to an ear, led to by a link, sent by a form. */
export function linesIn(html: string): string[] {
  const lines: string[] = []
  let line = ''
  const flush = () => {
    const text = line.replaceAll(/\s+/g, ' ').trim()
    if (text !== '') lines.push(text)
    line = ''
  }
  let unread = ''
  for (const [, end, tag = '', attributes = '', text] of shown(html).matchAll(TOKEN)) {
    if (unread !== '') unread = end && tag === unread ? '' : unread
    else if (text !== undefined) line += plain(text)
    else if (!end && UNREAD.has(tag)) unread = tag
    else if (tag !== '') {
      if (!INLINE.has(tag)) flush()
      if (!end) line += saidBy(tag, attributes)
    }
  }
  flush()
  return lines
}

const UNREAD = new Set(['script', 'style', 'template', 'svg'])
const INLINE = new Set('a abbr b bdi cite code em i kbd label mark q s small span strong sub sup time u svg'.split(' '))
const FIELDS = new Set(['input', 'select', 'option', 'textarea', 'button'])
const OF_FIELDS = ['type', 'name', 'value', 'checked', 'selected', 'disabled', 'required', 'readonly', 'maxlength', 'multiple', 'accept']
const OF_ALL = ['title', 'aria-label', 'alt', 'placeholder', 'aria-current', 'data-draft']
const EVER_NEW = new Set(['formKey', 'csrfToken'])
const LEADS: Readonly<Record<string, string>> = { a: 'href', form: 'action', button: 'formaction' }
/** A colour or a shape that says a state (app/_ui: Tag, Banner, ClockMark, CourseSteps). */
const STATE = /(?:^| )((?:t|b)-\w+|clk[\w ]*|g [\w-]+)/
const TOKEN = /<!--.*?-->|<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gis

const shown = (html: string): string => [/<title>.*?<\/title>/s, /<body.*<\/body>/s].map((part) => part.exec(html)?.[0] ?? '').join('')

function saidBy(tag: string, attributes: string): string {
  const pairs = [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
  const given = new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), plain(value)]))
  const name = given.get('name') ?? ''
  if (name.startsWith('$ACTION')) return '' // React's own: another in each build
  if (EVER_NEW.has(name)) given.set('value', '…')
  const leads = given.get(LEADS[tag] ?? '') ?? ''
  const [, state = ''] = STATE.exec(given.get('class') ?? '') ?? []
  const names = [...(FIELDS.has(tag) ? OF_FIELDS : []), ...OF_ALL].filter((one) => given.has(one))
  const said = [
    FIELDS.has(tag) ? tag : '',
    /^[/#]/.test(leads) ? `→ ${leads}` : '',
    state,
    ...names.map((one) => (given.get(one) ? `${one}=${given.get(one)}` : one)),
  ].filter(Boolean)
  return said.length > 0 ? ` ⟨${said.join(' · ')}⟩ ` : ''
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#39;': "'" }
const plain = (text: string): string => text.replaceAll(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
