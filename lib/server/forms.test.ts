import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { memoryStore } from '#lib/ports/case-store.memory'
import { text } from '#lib/schemas/fields'
import { doneOf, dropForm, fieldsOf, formOf, problem, problemsOf, readForm, refused, saveForm, together, withDone } from './forms.ts'

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

describe('what a form brings', () => {
  it('is text once and a list when it comes again; React’s own keys are left out', () => {
    expect(fieldsOf(form(['$ACTION_ID_1', ''], ['a', '1'], ['b', '1'], ['b', '2']))).toEqual({ a: '1', b: ['1', '2'] })
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

describe('what was typed', () => {
  const me = (personId = 'chen') => ({ person: { personId, name: '', login: '' }, desk: memoryStore(), now: '2026-11-24T02:00:00.000Z' })
  const DEFAULTS = { title: '', funds: [] as string[] }

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

  it('never holds a password, a token or the form’s key', async () => {
    const chen = me()
    await saveForm(chen, 'decide:c1', { opinion: '同意', password: 's', newPassword: 's', formKey: 'k', token: 't' })
    expect((await chen.desk.readDraft('chen', 'decide:c1'))?.values).toBe('{"opinion":"同意"}')
  })

  it('is said to be restored where the session had ended', () => {
    const draft = {
      personId: 'chen',
      form: 'f',
      values: '{"title":"x"}',
      errors: JSON.stringify(problem('', 'session.expired')),
      savedAt: 'now',
    }
    expect(formOf(draft, DEFAULTS)).toMatchObject({ restored: true, values: { title: 'x' } })
  })
})

describe('what was done', () => {
  it('goes into the address and comes out again', () => {
    expect(withDone('/admin/units', 'unit-registered')).toBe('/admin/units?done=unit-registered')
    expect(withDone('/work?tab=mine', 'sent', true)).toBe('/work?tab=mine&done=sent&again=1')
    expect(doneOf({ done: 'sent', again: '1' })).toEqual({ code: 'sent', again: true })
    expect([doneOf({}), doneOf({ done: ['a', 'b'] }), doneOf({ done: '<script>' })]).toEqual([null, null, null])
  })
})
