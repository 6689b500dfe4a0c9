import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Block, Heading, Kinds } from '#lib/views/papers/blocks'
import { PaperBody } from './paper.tsx'

const HEADING: Heading = { issuer: '局', number: '1号', title: '函', addressee: '委：' }
const html = (parts: readonly Block[], heading = HEADING): string =>
  renderToStaticMarkup(createElement(PaperBody, { paper: { id: 'letter', heading, parts } }))
/** One part, without what stands around it. */
const drawn = (part: Block): string =>
  html([part])
    .replace(html([]).replace('</div>', ''), '')
    .replace(/<\/div>$/, '')

it('a letter has its issuer and number above the title and its addressee below; it is Chinese for every reader', () =>
  expect(html([])).toBe(
    '<div lang="zh-CN"><p class="org">局</p><p class="doc-no">1号</p><h2 class="doc-title">函</h2><p class="flush">委：</p></div>',
  ))
it('a list has its number below the title, and neither issuer nor addressee', () =>
  expect(html([], { ...HEADING, issuer: '', addressee: '' })).toBe(
    '<div lang="zh-CN"><h2 class="doc-title">函</h2><p class="doc-no">1号</p></div>',
  ))

const NAME = { name: 'name', head: '名称', as: 'name' } as const
const COLUMNS = [
  NAME,
  { name: 'no', head: '号', as: 'whole' },
  { name: 'about', head: '说明', as: 'text' },
  { name: 'fen', head: '元', as: 'number' },
] as const
const CELLS = { name: '甲', no: '1', about: '乙', fen: '2.00' }

const PARTS: { [K in keyof Kinds]: readonly (readonly [what: string, part: Block<K>, drawn: string])[] } = {
  section: [['a heading within', { is: 'section', name: 'facts', text: '二' }, '<h3>二</h3>']],
  paragraph: [
    ['indented', { is: 'paragraph', name: 'facts', text: '文', indent: true }, '<p>文</p>'],
    ['flush', { is: 'paragraph', name: 'count', text: '文', indent: false }, '<p class="flush">文</p>'],
  ],
  digest: [['in small type', { is: 'digest', name: 'manifest', text: 'ab' }, '<p class="flush digest">ab</p>']],
  table: [
    [
      'with a total',
      {
        is: 'table',
        name: 'subjects',
        size: 'body',
        columns: COLUMNS,
        rows: [{ cells: CELLS }, { cells: { ...CELLS, name: '丙' } }],
        total: { name: 'total', label: '合计', text: '肆元整', figures: '4.00' },
      },
      '<table><thead><tr><th scope="col" class="nw">名称</th><th scope="col" class="nw">号</th><th scope="col" class="nw">说明</th><th scope="col" class="num">元</th></tr></thead>' +
        '<tbody><tr><th scope="row">甲</th><td class="nw">1</td><td>乙</td><td class="num">2.00</td></tr>' +
        '<tr><th scope="row">丙</th><td class="nw">1</td><td>乙</td><td class="num">2.00</td></tr></tbody>' +
        '<tfoot><tr><th scope="row">合计</th><td colSpan="2">肆元整</td><td class="num">4.00</td></tr></tfoot></table>',
    ],
    [
      'small, with digests under a row',
      {
        is: 'table',
        name: 'files',
        size: 'small',
        columns: [NAME, COLUMNS[3]],
        rows: [
          {
            cells: CELLS,
            digests: [
              { name: 'sm3', label: 'SM3', text: 'ab' },
              { name: 'sha256', label: 'SHA-256', text: 'cd' },
            ],
          },
        ],
      },
      '<table class="small"><thead><tr><th scope="col" class="nw">名称</th><th scope="col" class="nw">元</th></tr></thead>' +
        '<tbody><tr><th scope="row">甲</th><td class="num">2.00</td></tr><tr><td colSpan="2" class="digest">SM3 ab<br/>SHA-256 cd</td></tr></tbody></table>',
    ],
  ],
  facts: [
    [
      'label by label',
      {
        is: 'facts',
        name: 'receipt',
        rows: [
          { name: 'by', label: '签收人', text: '甲', isDigest: false },
          { name: 'manifest', label: '校验值', text: 'ab', isDigest: true },
        ],
      },
      '<table class="facts"><tbody><tr><th scope="row">签收人</th><td>甲</td></tr><tr><th scope="row">校验值</th><td class="digest">ab</td></tr></tbody></table>',
    ],
  ],
  enclosures: [
    [
      'one a line',
      { is: 'enclosures', label: '附件：', items: [{ name: 'report', text: '1. 报告' }] },
      '<div class="enclosures"><p>附件：</p><ul><li>1. 报告</li></ul></div>',
    ],
  ],
  'by-hand': [
    [
      'room for a pen',
      {
        is: 'by-hand',
        labels: [
          { name: 'giver', text: '移送人：' },
          { name: 'day', text: '年　月　日' },
        ],
      },
      '<p class="flush by-hand"><span>移送人：</span><span>年　月　日</span></p>',
    ],
  ],
  signed: [
    [
      'body, seal, day',
      { is: 'signed', body: '局', seal: '（印章）', day: '2026年11月24日' },
      '<div class="signed"><p class="flush">局（印章）</p><p class="flush">2026年11月24日</p></div>',
    ],
  ],
  imprint: [
    [
      'copies, digest, issuer and day',
      { is: 'imprint', copyTo: '抄送：院', manifest: 'ab', issuer: '局', issued: '印发' },
      '<div class="imprint"><p>抄送：院</p><p class="digest">ab</p><p class="apart"><span>局</span><span>印发</span></p></div>',
    ],
    [
      'without copies or digest',
      { is: 'imprint', copyTo: '', manifest: '', issuer: '局', issued: '印发' },
      '<div class="imprint"><p class="apart"><span>局</span><span>印发</span></p></div>',
    ],
  ],
}
it.each(
  Object.values(PARTS)
    .flat()
    .map(([what, part, wanted]) => [part.is, what, part, wanted] as const),
)('a part that is %s: %s', (_is, _what, part, wanted) => expect(drawn(part)).toBe(wanted))
