// Makes the demo evidence that is printed or scanned: PDF and JPEG, by the test browser. Run once, the results are committed: node db/seed/make/print-files.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from '@playwright/test'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '..', 'files')
const cache = resolve(here, '../../../.cache/make')
mkdirSync(cache, { recursive: true })
writeFileSync(
  join(cache, 'fonts.conf'),
  `<fontconfig><dir>${resolve(here, '../../../node_modules/@expo-google-fonts/noto-sans-sc')}</dir><cachedir>${cache}/fc</cachedir><alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>`,
)

const page = (title, body) =>
  `<meta charset="utf-8"><style>body{font:15px/1.8 sans-serif;padding:30px 46px;background:#fff}h1{text-align:center;font-size:24px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #444;padding:4px 8px}p.r{text-align:right}</style><h1>${title}</h1>${body}`
const table = (head, rows) =>
  `<table><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`
const PDFS = {
  'match-result.pdf': page(
    '死亡数据比对结果',
    table(
      ['序号', '社会保障号码（脱敏）', '姓名（脱敏）', '死亡日期', '最后发放月份', '疑点金额（元）'],
      Array.from({ length: 34 }, (_, i) => [
        i + 1,
        `159921********${String(1000 + i)}`,
        i % 2 ? '赵**' : '王*',
        `2024-${String((i % 12) + 1).padStart(2, '0')}-11`,
        `2026-0${(i % 8) + 1}`,
        (1800 + i * 13).toFixed(2),
      ]),
    ) + '<p>数据来源：民政部门殡葬信息，经业务系统逐条核实。</p>',
  ),
  'expert-opinion.pdf': page(
    '司法会计鉴定意见书',
    '<p>一、委托事项：对涉案期间资金收付进行鉴定。</p><p>二、鉴定材料：银行流水、会计凭证、业务系统导出数据。</p><p>三、鉴定过程：逐笔核对，勾稽检查。</p><p>四、鉴定意见：涉案账户收取的资金与养老保险基金支出一致，金额与认定金额相符。</p><p class="r">鉴定人（签名）　　　二〇二六年九月</p>',
  ),
  'id-copies.pdf': page(
    '参保人身份证明复印件',
    Array.from(
      { length: 6 },
      (_, i) =>
        `<p>第 ${i + 1} 份：姓名（脱敏）　证件号码（脱敏）159802****${1000 + i}</p><table><tr><td style="height:120px;text-align:center">（复印件）</td></tr></table>`,
    ).join(''),
  ),
  'filing-decision.pdf': page(
    '立 案 决 定 书',
    '<p>根据《中华人民共和国刑事诉讼法》第一百一十二条之规定，决定对移送的涉嫌犯罪案件立案侦查。</p><p class="r">（印）　　二〇二六年</p>',
  ),
  'not-filing-notice.pdf': page(
    '不 予 立 案 通 知 书',
    '<p>移送的案件，经审查认为没有犯罪事实，或者犯罪事实显著轻微，不需要追究刑事责任，根据《中华人民共和国刑事诉讼法》第一百一十二条之规定，决定不予立案。</p><p>如对本决定不服，可以在收到本通知书之日起三日以内申请复议。</p><p class="r">（印）　　二〇二六年</p>',
  ),
}
const JPEGS = {
  'approval-form.jpg': page(
    '养老金发放账号变更审批单',
    table(
      ['项目', '内容'],
      [
        ['参保人（脱敏）', '王*'],
        ['原账号（脱敏）', '9999****0010'],
        ['新账号（脱敏）', '9999****0028'],
        ['经办人', '（签名）'],
        ['复核人', '（空白）'],
        ['审批人', '（空白）'],
      ],
    ),
  ),
  'forged-archive.jpg': page(
    '职工档案原件比对',
    table(
      ['页', '档案记载', '用人单位留存', '结论'],
      [
        ['3', '1986 年 7 月参加工作', '1992 年 3 月', '不一致'],
        ['5', '特殊工种 8 年', '无记载', '不一致'],
        ['9', '印章', '样本', '形态不同'],
      ],
    ),
  ),
  'receipt-stubs.jpg': page(
    '社会保险费收据存根',
    table(
      ['号码', '缴款人（脱敏）', '金额（元）', '入账'],
      Array.from({ length: 11 }, (_, i) => [`No.00${410 + i}`, i % 2 ? '其**' : '乌**', '300.00', '未见入账']),
    ),
  ),
}

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu'],
  env: { ...process.env, FONTCONFIG_FILE: join(cache, 'fonts.conf') },
})
const tab = await browser.newPage({ viewport: { width: 820, height: 1100 } })
for (const [name, html] of Object.entries(PDFS)) {
  await tab.setContent(html)
  await tab.pdf({ path: join(out, name), format: 'A4' })
}
for (const [name, html] of Object.entries(JPEGS)) {
  await tab.setContent(html)
  await tab.screenshot({ path: join(out, name), type: 'jpeg', quality: 70 })
}
await browser.close()
