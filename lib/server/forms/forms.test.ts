import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { memoryStore } from '#lib/ports/case-store.memory'
import { text } from '#lib/schemas/fields'
import { ok } from '#lib/domain/result'
import {
  answer,
  doneOf,
  dropForm,
  fieldsOf,
  formOf,
  keep,
  problem,
  problemsOf,
  readForm,
  refused,
  saveForm,
  saidIn,
  saveTyped,
  together,
  withDone,
} from './forms.ts'

function form(...pairs: readonly (readonly [string, string])[]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}
const Input = z.strictObject({ formKey: z.string(), title: text(10, { required: 'title.required' }) })
const wrong = (...pairs: readonly (readonly [string, string])[]) => {
  const values = fieldsOf(form(...pairs))
  const input = Input.safeParse(values)
  return input.success ? {} : problemsOf(input.error, values).fields
}

const NOW = '2026-11-24T02:00:00.000Z'
const me = (desk = memoryStore()) => ({ person: { personId: 'chen', name: '', login: '' }, desk, now: NOW })
const DEFAULTS = { title: '', funds: [] as string[] }

describe('what a form brings', () => {
  it('is text once and a list when it comes again; React’s own keys are left out', () => {
    expect(fieldsOf(form(['$ACTION_ID_1', ''], ['a', '1'], ['b', '1'], ['b', '2']))).toEqual({ a: '1', b: ['1', '2'] })
  })

  it('is nothing where an action is called by hand with something else in place of its form (found J15)', () => {
    for (const wrong of [{}, null, 'form', ['a']]) expect(fieldsOf(wrong as unknown as FormData)).toEqual({}) // safe: what nobody checked is what is tried
  })

  it('is refused when a key is unknown or repeated', () => {
    expect(wrong(['formKey', 'k'], ['title', 'x'], ['role', 'admin'])).toEqual({ '': [{ code: 'field.unknown' }] })
    expect(wrong(['formKey', 'k'], ['title', 'x'], ['title', 'y'])).toEqual({ title: [{ code: 'field.repeated' }] })
  })

  it('is told by codes of its field', () => {
    expect(wrong(['formKey', 'k'], ['title', ' '])).toEqual({ title: [{ code: 'title.required' }] })
  })

  it('with groups is told by the name of the field in its group', () => {
    const Lines = z.object({ line: z.array(z.object({ fund: text(10, { required: 'fund.required' }) })) })
    const { error } = Lines.safeParse({ line: [{ fund: 'x' }, { fund: '' }] })
    expect(error && problemsOf(error).fields).toEqual({ 'line.1.fund': [{ code: 'fund.required' }] })
  })

  it('keeps a later finding beside an earlier one', () => {
    expect(together(problem('a', 'x'), refused({ code: 'case.stale' }), problem('b', 'y', { n: 2 }))).toEqual({
      fields: { a: [{ code: 'x' }], b: [{ code: 'y', about: { n: 2 } }] },
      refusal: { code: 'case.stale' },
    })
  })
})

it('a form says the same in whatever order its fields come, and none of its secrets; another form or another word says something else (found J11)', () => {
  const said = saidIn('basics:c1', { title: 'x', funds: ['a', 'b'], formKey: 'k', password: 's' })
  expect(saidIn('basics:c1', { password: 'other', funds: ['a', 'b'], title: 'x' })).toBe(said)
  expect(said).not.toMatch(/password|formKey/)
  const others = [saidIn('basics:c2', { title: 'x', funds: ['a', 'b'] }), saidIn('basics:c1', { title: 'x', funds: ['b', 'a'] })]
  expect(new Set([said, ...others]).size).toBe(3)
})

describe('what was typed', () => {
  it('comes back with what is wrong with it', async () => {
    const chen = me()
    await saveForm(chen, 'basics:c1', { title: 'x', funds: 'yl' }, problem('title', 'title.required'))
    expect(await readForm(chen, 'basics:c1', DEFAULTS)).toMatchObject({
      values: { title: 'x', funds: ['yl'] },
      savedAt: chen.now,
      restored: false,
      key: chen.now,
      errors: { fields: { title: [{ code: 'title.required' }] } },
    })
  })

  it('is only what its person typed into that form, and is gone when dropped', async () => {
    const chen = me()
    await saveForm(chen, 'basics:c1', { title: 'x' })
    expect((await readForm({ ...chen, person: { ...chen.person, personId: 'zhou' } }, 'basics:c1', DEFAULTS)).values.title).toBe('')
    expect((await readForm(chen, 'basics:c2', DEFAULTS)).kept).toBeNull()
    await dropForm(chen, 'basics:c1')
    expect(await readForm(chen, 'basics:c1', DEFAULTS)).toMatchObject({ values: DEFAULTS, savedAt: '', key: 'new' })
  })

  it('never holds a password, a token, a code or the form’s key', async () => {
    const chen = me()
    await saveForm(chen, 'decide:c1', { opinion: '同意', password: 's', newPassword: 's', formKey: 'k', token: 't', linkCode: '120045' })
    expect((await chen.desk.readDraft('chen', 'decide:c1'))?.values).toBe('{"opinion":"同意"}')
  })

  it('is said to be restored where the session had ended', () => {
    const draft = {
      personId: 'chen',
      form: 'f',
      values: '{"title":"x"}',
      errors: JSON.stringify(problem('', 'session.expired')),
      savedAt: '2026-11-23T00:00:00.000Z',
    }
    expect(formOf(draft, DEFAULTS, NOW)).toMatchObject({ restored: true, values: { title: 'x' } })
  })
})

it('a box that was unticked stays so, whatever is saved; a field that the form did not have keeps what is saved', () => {
  const draft = { personId: 'chen', form: 'f', values: '{"title":"x"}', errors: '', savedAt: NOW }
  const saved = { title: 'old', isPrincipal: 'yes', funds: ['FD1'], note: 'kept' }
  expect(formOf(draft, saved, NOW).values).toEqual({ title: 'x', isPrincipal: '', funds: [], note: 'kept' })
  expect(formOf(null, saved, NOW).values).toEqual(saved)
})

describe('a form that was refused', () => {
  const draft = (minutesAgo: number) => ({
    personId: 'chen',
    form: 'f',
    values: '{"title":"x"}',
    errors: JSON.stringify(problem('title', 'title.required')),
    savedAt: new Date(Date.parse(NOW) - minutesAgo * 60_000).toISOString(),
  })
  it('says what was wrong in that visit, and in a later one shows only what was typed', () => {
    expect(formOf(draft(9), DEFAULTS, NOW).errors.fields).toEqual({ title: [{ code: 'title.required' }] })
    expect(formOf(draft(11), DEFAULTS, NOW)).toMatchObject({ errors: { fields: {}, refusal: null }, values: { title: 'x' }, key: 'new' })
  })
})

describe('a draft on its way while its form is answered', () => {
  const answered = { stream: 'case', streamId: 'c1', seq: 1, deed: 'd' } as const
  /** The deed is committed, and its draft dropped, while the n-th question of the autosave is on its way. */
  async function keptAfter(n: number): Promise<Readonly<{ kept: boolean; offered: boolean }>> {
    const store = memoryStore()
    let asked = 0
    let isCommitted = false
    const readIdempotencyKey = async (personId: string, formKey: string) => {
      const answer = isCommitted && personId === 'chen' && formKey === 'k1' ? answered : null
      if (++asked === n) {
        isCommitted = true
        await store.dropDraft('chen', 'basics:c1')
      }
      return answer && { personId, formKey, ...answer }
    }
    const chen = { ...me(store), read: { ...store, readIdempotencyKey } }
    const kept = await saveTyped(chen, 'basics:c1', 'k1', { title: 'x' })
    return { kept, offered: (await store.readDraft('chen', 'basics:c1')) !== null }
  }
  it('is not offered again, however late it comes', async () => {
    expect(await keptAfter(1)).toEqual({ kept: false, offered: false })
    expect(await keptAfter(3)).toEqual({ kept: true, offered: true }) // nothing was sent
  })
  it('does not write over the refusal of the form it was typed into, whichever comes first', async () => {
    const chen = { ...me(), read: memoryStore() }
    const refuse = () => saveForm(chen, 'basics:c1', { formKey: 'k1', title: '' }, problem('title', 'title.required'))
    const shown = async () => (await readForm(chen, 'basics:c1', DEFAULTS)).errors.fields
    await saveTyped(chen, 'basics:c1', 'k1', { title: 'x' })
    await refuse()
    expect(await saveTyped(chen, 'basics:c1', 'k1', { title: '' })).toBe(false)
    expect(await shown()).toEqual({ title: [{ code: 'title.required' }] })
    expect(await saveTyped(chen, 'basics:c1', 'k2', { title: 'better' })).toBe(true) // the form shown again has a key of its own
    expect(await shown()).toEqual({})
  })
  it('leaves what another form of the same person typed', async () => {
    const chen = { ...me(), read: memoryStore() }
    expect(await saveTyped(chen, 'basics:c1', 'k2', { title: 'x' })).toBe(true)
    expect(await saveTyped(chen, 'basics:c1', '', { title: 'y' })).toBe(true)
    expect((await readForm(chen, 'basics:c1', DEFAULTS)).values.title).toBe('y')
  })
})

describe('more than a form may bring', () => {
  const rows = (n: number, amount: string) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`line.${i}.amount`, amount]))
  it('is kept as far as it fits, said first, and costs nothing of what was kept before (found J9)', async () => {
    const chen = me()
    await saveForm(chen, 'amounts:c1', { ...rows(7, 'old'), readAt: '1' })
    await saveForm(chen, 'amounts:c1', { ...rows(5_000, 'new'), readAt: '2', formKey: 'k' }, problem('', 'session.expired'))
    const { kept, errors, restored } = await readForm(chen, 'amounts:c1', {})
    expect(kept).toEqual({ ...rows(7, 'old'), readAt: '2' })
    expect(errors.fields['']).toEqual([{ code: 'form.too-large' }, { code: 'session.expired' }])
    expect(restored).toBe(true)
    await saveForm(chen, 'amounts:c2', rows(5_000, 'new'))
    expect((await readForm(chen, 'amounts:c2', {})).kept).toEqual(rows(300, 'new'))
  })
  it('kept before there was a limit breaks no page: it is not shown, and that is said until something new takes its place (found J9)', async () => {
    const chen = me()
    const draft = { personId: 'chen', form: 'amounts:c1', values: JSON.stringify(rows(5_000, '1')), errors: '', savedAt: NOW }
    await chen.desk.saveDraft(draft)
    expect(await readForm(chen, 'amounts:c1', { title: 'saved' })).toMatchObject({
      kept: null,
      values: { title: 'saved' },
      savedAt: '',
      errors: { fields: { '': [{ code: 'draft.too-large' }] } },
    })
    await saveForm(chen, 'amounts:c1', rows(2, '1'))
    expect(await readForm(chen, 'amounts:c1', {})).toMatchObject({ kept: rows(2, '1'), errors: { fields: {} } })
  })
})

describe('what was done', () => {
  it('goes into the address and comes out again', () => {
    expect(withDone('/admin/units', 'unit-registered')).toBe('/admin/units?done=unit-registered')
    expect(withDone('/work?tab=mine', 'urged', true)).toBe('/work?tab=mine&done=urged&again=1')
    expect(doneOf({ done: 'sent', again: '1' })).toEqual({ code: 'sent', isRepeat: true })
    expect([doneOf({}), doneOf({ done: ['a', 'b'] }), doneOf({ done: '<script>' })]).toEqual([null, null, null])
  })
})

describe('where a form leads', () => {
  const led = (going: Promise<never>): Promise<string> => going.catch((thrown: Readonly<{ digest?: string }>) => thrown.digest ?? '')

  it('what the policy denies is as missing as any page, and nothing is said of it', async () => {
    const desk = memoryStore()
    expect(await led(keep(me(desk), 'f', { title: 'x' }, refused({ code: 'policy.denied' }), '/back'))).toMatch(/404/)
    expect((await readForm(me(desk), 'f', DEFAULTS)).savedAt).toBe('')
    expect(await led(keep(me(desk), 'f', { title: 'x' }, refused({ code: 'case.stale' }), '/back'))).toMatch(/REDIRECT.*\/back/)
    expect((await readForm(me(desk), 'f', DEFAULTS)).values.title).toBe('x')
  })
  it('what was kept of it goes once it is done', async () => {
    const desk = memoryStore()
    await saveForm(me(desk), 'f', { title: 'x' })
    const at = { form: 'f', values: {}, backTo: '/back', to: '/to', done: 'report-written' } as const
    expect(await led(answer(me(desk), ok({ repeated: false }), at))).toMatch(/REDIRECT.*\/to\?done=report-written/)
    expect((await readForm(me(desk), 'f', DEFAULTS)).savedAt).toBe('')
  })
})
