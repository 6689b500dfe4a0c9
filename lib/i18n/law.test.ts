import { expect, it } from 'vitest'
import { routeBasis } from './law.ts'

const ART_19 = '《行政执法机关移送涉嫌犯罪案件的规定》第十九条'

it.each([
  [ART_19, 'Order 310, art. 19'],
  [`${ART_19}；《刑事诉讼法》第十九条第二款`, 'Order 310, art. 19; Criminal Procedure Law, art. 19(2)'],
  ['某部门的通知', '某部门的通知'], // of no row: as it was written down
  ['', ''],
])('the text that allows a body, %s, is in English %s (found A2)', (zh, en) => {
  expect(routeBasis(zh, 'zh-CN')).toBe(zh)
  expect(routeBasis(zh, 'en')).toBe(en)
})
