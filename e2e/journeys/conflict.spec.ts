/** Two officers on one part of a case (docs/ux.md §3 Concurrency): both values side by side, and the second chooses field by field. */
import { registerCase, today } from '../acts/registering.ts'
import { button, expect, field, t, test } from '../people.ts'
import { fraud } from '../stories.ts'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('basic facts: the second to save sees both values, takes one of theirs and keeps one of their own', async ({ as }) => {
      const [chen, zhou] = [await as('chenmin'), await as('zhoukai')]
      const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
      const address = `/cases/${matter.caseId}/basics`
      const [theirTitle, theirNote, myTitle, myNote] = ['周凯改的名称案', '周凯的来源说明', '陈敏改的名称案', '陈敏的来源说明']
      await chen.opens(address)
      await zhou.opens(address)
      await field(zhou.page, t.case.title).fill(theirTitle)
      await field(zhou.page, t.registration.sourceNote).fill(theirNote)
      await button(zhou.page, t.form.save).click()
      await zhou.sees(t.done['basics-recorded'], theirTitle)

      await field(chen.page, t.case.title).fill(myTitle)
      await field(chen.page, t.registration.sourceNote).fill(myNote)
      await button(chen.page, t.form.save).click()
      await chen.sees(t.form.conflictMine, t.form.conflictTheirs, theirTitle, myTitle, theirNote, myNote)
      await button(chen.page, t.write.theirs(t.case.title)).click()
      await expect(field(chen.page, t.case.title)).toHaveValue(theirTitle)
      await expect(field(chen.page, t.registration.sourceNote)).toHaveValue(myNote)
      await expect(field(chen.page, t.case.foundOn)).toHaveValue(today())
      await button(chen.page, t.form.save).click()
      await chen.sees(t.done['basics-recorded'], theirTitle)
      await chen.opens(address)
      await expect(field(chen.page, t.registration.sourceNote)).toHaveValue(myNote)
    })

    test('items: the whole list is taken from what is saved', async ({ as }) => {
      const [chen, zhou] = [await as('chenmin'), await as('zhoukai')]
      const matter = await chen.does(registerCase(fraud(), 'zhoukai'))
      const address = `/cases/${matter.caseId}/subjects/items`
      const name = (person: typeof chen) => field(person.page, t.items.name).first()
      await chen.opens(address)
      await zhou.opens(address)
      await name(zhou).fill('账册')
      await button(zhou.page, t.items.save).click()
      await zhou.sees(t.done['items-recorded'], '账册')

      await name(chen).fill('印章')
      await button(chen.page, t.items.save).click()
      await chen.sees(t.form.conflictTheirs, '账册', '印章')
      await button(chen.page, t.write.theirs(t.items.caption)).click()
      await expect(name(chen)).toHaveValue('账册')
      await button(chen.page, t.items.save).click()
      await chen.sees(t.done['items-recorded'], '账册')
      await chen.neverSees('印章')
    })
  })
