import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { blobMemory } from '#lib/adapters/blob-memory'
import { lookAt, takeFile } from './take-file.ts'

const bytes = (text: string, length = 0): Buffer =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(Math.max(0, length - text.length), 'x')])
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
const gb = (...codes: number[]): Buffer => Buffer.from(codes)
const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le')
/** A ZIP of one stored entry, with its end. */
const zip = (entry: string, comment = ''): Buffer => {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([bytes('PK\x03\x04', 4), Buffer.alloc(26), bytes(`${entry}data`), end, bytes(comment)])
}
const cfb = (stream: string, at = 1024): Buffer =>
  Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(at - 8), wide(stream), Buffer.alloc(200)])
const whole = (content: Buffer, name = '', by = content.length): string => {
  const { see, contentAs } = lookAt()
  for (let i = 0; i < content.length; i += by) see(content.subarray(i, i + by))
  return contentAs(name)
}

describe('what a file is, by its bytes', () => {
  it.each<[string, Buffer, string]>([
    ['pdf', bytes('%PDF-1.7\n'), '报告.exe'],
    ['jpeg', bytes('\xff\xd8\xff\xe0'), ''],
    ['png', bytes('\x89PNG\r\n\x1a\n'), ''],
    ['webp', bytes('RIFF\0\0\0\0WEBPVP8 '), ''],
    ['tiff', bytes('II*\0'), ''],
    ['tiff', bytes('MM\0*'), ''],
    ['wav', bytes('RIFF\0\0\0\0WAVEfmt '), ''],
    ['avi', bytes('RIFF\0\0\0\0AVI LIST'), ''],
    ['mp3', bytes('ID3\x04'), ''],
    ['mp3', bytes('\xff\xfb\x90\x00'), ''],
    ['mp4', bytes('\0\0\0\x20ftypisom'), ''],
    ['m4a', bytes('\0\0\0\x20ftypM4A '), ''],
    ['mov', bytes('\0\0\0\x20ftypqt  '), ''],
    ['rar', bytes('Rar!\x1a\x07\x01\0'), ''],
    ['7z', bytes('7z\xbc\xaf\x27\x1c'), ''],
    ['zip', zip('a.txt'), ''],
    ['ofd', zip('OFD.xml'), '文书.ofd'],
    ['docx', zip('word/document.xml'), '笔录.docx'],
    ['xlsx', zip('xl/workbook.xml'), ''],
    ['doc', cfb('WordDocument'), '情况.wps'],
    ['xls', cfb('Workbook', 64 * 1024 + 512), '台账.et'],
    ['xls', cfb('Book'), ''],
    ['docx', cfb('EncryptedPackage'), ''],
    ['csv', Buffer.from('序号,姓名\r\n1,张某\r\n'), '名单.CSV'],
    ['csv', gb(0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31), '名单.csv'], // 序号,1 as the office's Excel saves it
    ['txt', utf16('业务系统操作日志'), '日志.txt'],
    ['eml', bytes('From: a@b\r\nSubject: x\r\n\r\n'), '来信.eml'],
  ])('is %s (found E1)', (is, content, name) => {
    expect(whole(content, name)).toBe(is)
    expect(whole(content, name, 7)).toBe(is) // however the line cuts it
  })

  it.each<[string, Buffer, string]>([
    ['病毒.exe', bytes('MZ\x90\0\x03'), '病毒.exe'],
    ['a program that is called a picture', bytes('MZ\x90\0\x03'), '照片.jpg'],
    ['a program that is called a text', bytes('MZ\x90\0\x03'), '说明.txt'],
    ['网页.html', bytes('<!DOCTYPE html><script>1</script>'), '网页.html'],
    ['a page that is called a text', bytes('\ufeff \n<html>'), '网页.txt'],
    ['a script that is called a PDF', bytes('#!/bin/sh\nrm -rf /\n'), '报告.pdf'],
    ['a script that is called a text', bytes('#!/bin/sh\n'), '说明.txt'],
    ['a batch that is called a table', bytes('@echo off\r\n'), '名单.csv'],
    ['a page before a PDF', bytes('<script>1</script>%PDF-1.7'), '报告.pdf'],
    ['a picture that is an archive as well', Buffer.concat([bytes('\xff\xd8\xff\xe0', 100), zip('run.exe')]), '照片.jpg'],
    ['the same with a comment', Buffer.concat([bytes('%PDF-1.7\n', 100), zip('run.exe', 'hello')]), '报告.pdf'],
    ['a setup program in a compound file', cfb('\u4840\u3f3f'), '安装.doc'],
    ['the words of a document where no entry stands', cfb('WordDocument', 1025), '假.doc'],
    ['a picture of a kind that is not listed', bytes('\0\0\0\x20ftypheic'), '照片.jpg'],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), '图.svg'],
    ['text without a name that says so', bytes('abc'), 'README'],
    ['a table with zero bytes in it', bytes(`${'a,b\r\n'.repeat(20_000)}\0`), '名单.csv'],
    ['what is too short for anything', bytes('P'), '报告.pdf'],
    ['nothing', Buffer.alloc(0), '报告.pdf'],
  ])('of %s is nothing that goes into an ordinary folder (found E1)', (_what, content, name) => {
    expect(whole(content, name)).toBe('other')
    expect(whole(content, name, 5)).toBe('other')
  })

  it('knows every file of the demo, and stores each as it came (found E1)', async () => {
    const folder = join(import.meta.dirname, '../../../db/seed/files')
    for (const name of readdirSync(folder)) {
      const blobs = blobMemory()
      const content = readFileSync(join(folder, name))
      const taken = await takeFile(blobs, { name, bytes: Readable.from([content]) }, { maxBytes: 2 ** 24 })
      expect(taken).toMatchObject({ ok: true, content: name.split('.').at(-1)?.replace('jpg', 'jpeg'), stored: { size: content.length } })
    }
  })

  it('refuses an empty file and one that breaks off, as the store does (found E1)', async () => {
    const take = (bytes: Readable) => takeFile(blobMemory(), { name: 'a.pdf', bytes }, { maxBytes: 10 })
    expect(await take(Readable.from([]))).toEqual({ ok: false, code: 'empty' })
    expect(await take(Readable.from([bytes('%PDF-1.7 and more')]))).toEqual({ ok: false, code: 'too-large' })
    const broken = new Readable({ read() {} })
    const taking = take(broken)
    broken.push('%PDF-')
    broken.destroy(new Error('cut'))
    expect(await taking).toEqual({ ok: false, code: 'broken-off' })
  })
})
