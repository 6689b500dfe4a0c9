"""Makes the demo evidence that has text in it: XLSX, DOCX, CSV, TXT, WAV. Run once, the results are committed: python3 db/seed/make/office-files.py"""
import csv, math, random, struct, wave, zipfile
from pathlib import Path
from xml.sax.saxutils import escape

OUT = Path(__file__).resolve().parent.parent / 'files'
random.seed(7)
FIXED = (2026, 1, 1, 0, 0, 0)

def pack(name, parts):
    with zipfile.ZipFile(OUT / name, 'w', zipfile.ZIP_DEFLATED) as z:
        for path, text in parts.items():
            z.writestr(zipfile.ZipInfo(path, FIXED), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)

def xlsx(name, rows):
    def cell(v): return f'<c t="n"><v>{v}</v></c>' if isinstance(v, (int, float)) else f'<c t="inlineStr"><is><t>{escape(v)}</t></is></c>'
    data = ''.join(f'<row>{"".join(cell(v) for v in row)}</row>' for row in rows)
    ns = 'http://schemas.openxmlformats.org/'
    pack(name, {
        '[Content_Types].xml': f'<Types xmlns="{ns}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        '_rels/.rels': f'<Relationships xmlns="{ns}package/2006/relationships"><Relationship Id="rId1" Type="{ns}officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook xmlns="{ns}spreadsheetml/2006/main" xmlns:r="{ns}officeDocument/2006/relationships"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{ns}package/2006/relationships"><Relationship Id="rId1" Type="{ns}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{ns}spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>',
    })

def docx(name, paragraphs):
    ns = 'http://schemas.openxmlformats.org/'
    body = ''.join(f'<w:p><w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r></w:p>' for p in paragraphs)
    pack(name, {
        '[Content_Types].xml': f'<Types xmlns="{ns}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        '_rels/.rels': f'<Relationships xmlns="{ns}package/2006/relationships"><Relationship Id="rId1" Type="{ns}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': f'<w:document xmlns:w="{ns}wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    })

def flow(n, card):
    head = ['交易日期', '交易时间', '账号', '摘要', '借方（元）', '贷方（元）', '余额（元）']
    rows, balance = [head], 1200.0
    for i in range(n):
        amount = round(random.uniform(900, 2400), 2)
        balance = round(balance + (amount if i % 2 == 0 else -amount * 0.9), 2)
        rows.append([f'2026-{i % 8 + 1:02d}-{i % 27 + 1:02d}', f'{9 + i % 8:02d}:{i * 7 % 60:02d}', card, '养老金代发' if i % 2 == 0 else 'ATM 取款', 0 if i % 2 == 0 else amount, amount if i % 2 == 0 else 0, balance])
    return rows

OUT.mkdir(exist_ok=True)
xlsx('bank-flow.xlsx', flow(180, '9999150000000000010'))
xlsx('transfer-account.xlsx', flow(90, '9999150000000000028'))
xlsx('reconciliation.xlsx', [['项目', '单位账（元）', '银行账（元）', '差额（元）', '说明']] + [[f'2026 年 {m} 月', 1200000 + m * 137, 1200000 + m * 137 - (35200 if m > 3 else 0), 35200 if m > 3 else 0, '银行退回款未入账' if m > 3 else ''] for m in range(1, 9)])
docx('interview.docx', ['询问笔录（第一次）', '时间：2026 年 9 月 10 日 9 时 30 分至 11 时 05 分', '地点：乙旗人力资源和社会保障局询问室', '询问人：承办人二名（已出示行政执法证）', '问：我们是乙旗人力资源和社会保障局执法人员，现依法向你询问有关情况，你应当如实回答。听清楚了吗？', '答：听清楚了。', '问：请你说明 2025 年 3 月以来养老金发放账号变更的情况。', '答：有几个账号是我改的，当时没有走审批单。', '以上笔录我看过，和我说的一样。'] + [f'（第 {i} 页，共 3 页）' for i in range(1, 4)])
docx('work-notes.docx', ['工作记录', '1. 初核：调取业务系统发放报盘与民政殡葬信息比对。', '2. 与社保中心核对岗位职责文件。', '3. 下一步：调取银行流水，询问经办人。'])
with open(OUT / 'payout-list.csv', 'w', encoding='utf-8-sig', newline='') as f:
    w = csv.writer(f); w.writerow(['序号', '社会保障号码（脱敏）', '姓名（脱敏）', '发放月份', '金额（元）', '开户行', '账号（脱敏）', '结果'])
    for i in range(1, 401): w.writerow([i, f'159921********{i % 10000:04d}', '张*' if i % 3 else '李**', f'2026-{i % 8 + 1:02d}', f'{1800 + i % 700}.00', '青岚银行乙旗支行', f'9999****{i % 10000:04d}', '成功' if i % 37 else '退回'])
with open(OUT / 'system-log.txt', 'w', encoding='utf-8') as f:
    for i in range(600): f.write(f'2026-06-{i % 28 + 1:02d} {8 + i % 10:02d}:{i * 13 % 60:02d}:{i * 29 % 60:02d} 操作员=OP{i % 7 + 101} 模块=待遇发放 动作={["查询", "修改发放账号", "复核", "导出报盘"][i % 4]} 对象=159921****{i % 10000:04d} 结果=成功\n')
with wave.open(str(OUT / 'call-recording.wav'), 'wb') as w:
    w.setnchannels(1); w.setsampwidth(1); w.setframerate(8000)
    w.writeframes(b''.join(struct.pack('B', 128 + int(60 * math.sin(2 * math.pi * (220 + 40 * (i // 8000)) * i / 8000) * (0.5 + 0.5 * math.sin(i / 900)))) for i in range(8000 * 12)))
