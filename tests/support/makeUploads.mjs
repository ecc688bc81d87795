// Writes the awkward files of tests/fixtures/uploads: `node tests/support/makeUploads.mjs`. What each must give is in
// cases.json beside them, by hand; this only makes bytes an editor would spoil.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { books } from './uploadBooks.mjs'

const FOLDER = fileURLToPath(new URL('../fixtures/uploads/', import.meta.url))

/** Lines of text with the given ends, in the given encoding. */
const text = (lines, { encoding = 'utf8', bom = false, end = '\r\n', last = true } = {}) =>
  iconv.encode(lines.join(end) + (last ? end : ''), encoding, { addBOM: bom })

const HEAD = '年度,指标,数值,单位'
const A = '2024,办理公证件数,1130,件'
const B = '2024,办理法律援助案件数,2203,件'
const C = '2024,政务服务事项全程网办率,99.8,%'

/** File name → bytes. */
const texts = {
  // encodings, delimiters, line ends
  'encoding-utf8-bom.csv': text([HEAD, A, B, C], { bom: true }),
  'encoding-gbk.csv': text([HEAD, A, B, C], { encoding: 'gbk' }),
  'encoding-gb18030-rare.csv': text(['年度,指标,数值,单位,备注', `${A},㐂镇䶮某`], { encoding: 'gb18030' }),
  'encoding-utf16le.txt': text(
    [HEAD, A, B].map((line) => line.replace(/,/g, '\t')),
    { encoding: 'utf16le', bom: true },
  ),
  'encoding-utf16be.csv': text([HEAD, A, B], { encoding: 'utf16be', bom: true }),
  'encoding-big5.csv': text(
    ['年度,指標編號,數值,單位', '2024,notarisations,1130,件', '2024,legal-aid-cases,2203,件'],
    { encoding: 'big5' },
  ),
  'delimiter-tab.tsv': text([HEAD, A, B].map((line) => line.replace(/,/g, '\t'))),
  'delimiter-semicolon.csv': text([HEAD, A, B].map((line) => line.replace(/,/g, ';'))),
  'delimiter-full-width-comma.csv': text([HEAD, A, B].map((line) => line.replace(/,/g, '，'))),
  'delimiter-sep-line.csv': text(['sep=;', ...[HEAD, A, B].map((line) => line.replace(/,/g, ';'))]),
  'line-ends-mixed.csv': iconv.encode(`${HEAD}\r\n${A}\n${B}\r${C}\r\n`, 'utf8'),
  'line-ends-none-last.csv': text([HEAD, A], { last: false }),
  'line-break-in-cell.csv': text([
    '年度,指标,数值,单位,备注',
    '2024,办理公证件数,1130,件,"第一行',
    '第二行"',
    '2024,办理法律援助案件数,九十八,件,',
  ]),
  'quote-unclosed.csv': text([HEAD, '2024,"办理公证件数,1130,件', B]),
  // what stands around the table
  'title-year.csv': text([
    '嘉祥县2024年度法治政府建设指标统计表,,',
    '单位：件,,',
    '指标名称,数量,备注',
    '办理公证件数,1130,',
    '办理法律援助案件数,2203,',
  ]),
  'title-year-chinese.csv': text(['嘉祥县二〇二四年度法治指标', '', '指标,数值', '办理公证件数,1130']),
  'title-two-rows-and-notes.csv': text([
    '附件1,,,',
    '2024年度法治政府建设统计表,,,',
    '填报单位：嘉祥县司法局,,,填报日期：2025年1月10日',
    '序号,指标名称,数值,计量单位',
    '1,办理公证件数,1130,件',
    '2,办理法律援助案件数,2203,件',
    ',合计,3333,',
    '注：本表数据为全年数,,,',
    '制表人：张三,审核人：李四,,',
  ]),
  'title-part-year.csv': text(['2024年1—9月法治指标统计表,', '指标,数值', '办理公证件数,830']),
  'title-two-years.csv': text(['2023年和2024年法治指标,', '指标,数值', '办理公证件数,830']),
  'title-against-column.csv': text(['2023年度统计表,,', '年度,指标,数值', '2024,办理公证件数,1130']),
  'title-against-2023.csv': text(['2024年度统计表,', '指标,数值', '办理公证件数,1130']),
  'blank-rows-above.csv': text(['', '', ',,,', HEAD, '', A, '', B]),
  'head-in-row-18.csv': text([...Array.from({ length: 17 }, (_, i) => `第${i + 1}条说明文字,,,`), HEAD, A]),
  'headings-between.csv': text([HEAD, '一、法律服务,,,', A, ',（二）法律援助,,', B]),
  'head-repeated.csv': text([HEAD, A, '', HEAD, B]),
  'head-other-below.csv': text([HEAD, A, '年度,指标,单位,数值', '2024,办理法律援助案件数,件,2203']),
  'tables-stacked.csv': text([
    '2023年度',
    '指标,数值',
    '办理公证件数,1024',
    '',
    '2024年度',
    '指标,数值',
    '办理公证件数,1130',
  ]),
  'unit-line.csv': text([
    '单位：元,,',
    '年度,指标,数值',
    '2024,法律援助挽回经济损失金额,7200000',
    '2024,办理公证件数,1130',
  ]),
  'sum-row.csv': text([HEAD, A, B, '2024,合计,3333,件', '小计：,,3333,']),
  // heads
  'head-other-words.csv': text([
    '统计年份,指标名称,指标值,计量单位,说明',
    '2024,办理公证件数,1130,件,全年',
    '2024,政务服务事项全程网办率,99.8,%,',
  ]),
  'head-traditional.csv': text(['年度,指標名稱,數值,單位,備註', '2024,办理公证件数,1130,件,']),
  'head-decorated.csv': text([
    '*年 度,指标名称：,数值（必填）,"计量\n单位",序 号',
    '2024,办理公证件数,1130,件,1',
  ]),
  'head-full-width.csv': text(['　年度　,指标　名称,数值,指标ＩＤ', '2024,办理公证件数,1130,notarisations']),
  'head-invisible.csv': text(['﻿﻿年度,指标\u200b名称,数值', '2024,办理公证件数,1130']),
  'head-unit-in-bracket.csv': text([
    '年度,指标,数值（元）',
    '2024,法律援助挽回经济损失金额,7200000',
    '2024,办理公证件数,1130',
  ]),
  'head-reordered-extra.csv': text([
    '责任单位,单位,数值,联系电话,指标,年度',
    '司法局,件,1130,6912345,办理公证件数,2024',
  ]),
  'head-blank-label.csv': text(['年度,指标,数值,单位,', '2024,办理公证件数,1130,件,口头核对过']),
  'head-value-twice.csv': text(['年度,指标,数值,数值', '2024,办理公证件数,1130,1131']),
  'head-value-twice-same.csv': text(['年度,指标,数值,数值', '2024,办理公证件数,1130,1130']),
  'head-value-missing.csv': text(['年度,指标,单位', '2024,办理公证件数,件']),
  'head-name-missing.csv': text(['年度,数值,单位', '2024,1130,件']),
  'head-none.csv': text(['办理公证件数,1130', '办理法律援助案件数,2203']),
  'head-proto.csv': text([
    '年度,指标,数值,__proto__,constructor',
    '2024,办理公证件数,1130,x,y',
    '2024,__proto__,5,,',
    '2024,constructor,6,,',
  ]),
  'head-own-numbers.csv': text([
    '编号,项目,数量,年份',
    '1.1,办理公证件数,1130,2024',
    '1.2,办理法律援助案件数,2203,2024',
  ]),
  'head-name-word-twice.csv': text([
    '年度,项目,指标,数值',
    '2024,公证,办理公证件数,1130',
    '2024,法援,办理法律援助案件数,2203',
  ]),
  // years
  'year-file-name-2024.csv': text(['指标,数值', '办理公证件数,1130']),
  'year-none.csv': text(['指标,数值', '办理公证件数,1130']),
  'year-forms.csv': text([
    HEAD,
    '2024年,办理公证件数,1130,件',
    '２０２４,办理法律援助案件数,2203,件',
    '2024.0,政务服务事项全程网办率,99.8,%',
    '2024年度,普法宣讲期数,40,期',
  ]),
  'year-unreadable.csv': text([
    HEAD,
    '二〇二四年,办理公证件数,1130,件',
    '24,办理法律援助案件数,2203,件',
    '2024/1/1,普法宣讲期数,40,期',
    '2204,在线考试场数,2,场',
    A.replace('公证件', '公证件').replace('办理公证件数', '公证宣传活动次数').replace('1130,件', '5,次'),
  ]),
  'year-blank-one.csv': text([HEAD, A, ',办理法律援助案件数,2203,件', ',普法宣讲期数,40,期']),
  'year-blank-several.csv': text([HEAD, '2023,办理公证件数,1024,件', ',办理法律援助案件数,2203,件', A]),
  'year-several.csv': text([HEAD, '2023,办理公证件数,1024,件', A, '2025,办理公证件数,1200,件']),
  'year-far.csv': text([HEAD, '2042,办理公证件数,1130,件']),
  // layouts
  'wide-years.csv': text([
    '指标,单位,2023年,2024年',
    '办理公证件数,件,1024,1130',
    '办理法律援助案件数,件,2138,2203',
    '案件调解量全市位次,位,第二,第一',
  ]),
  'wide-year-heads.csv': text([
    '指标名称,2023,2024年度,2025年数值（件）',
    '办理公证件数,1024,1130,',
    '办理法律援助案件数,2138,未公布,2300',
  ]),
  'wide-corner.csv': text([',2023年,2024年', '办理公证件数,1024,1130']),
  'wide-double-head.csv': text([
    '指标,2023年,,2024年,',
    ',数值,单位,数值,单位',
    '办理公证件数,1024,件,1130,件',
  ]),
  'wide-double-head-years-below.csv': text([
    '指标,单位,数值,',
    ',,2023年,2024年',
    '办理公证件数,件,1024,1130',
  ]),
  'wide-with-long-value.csv': text(['年度,指标,2023年数值,数值', '2024,办理公证件数,1024,1130']),
  'transposed.csv': text([
    '年度,办理公证件数,办理法律援助案件数（件）,政务服务事项全程网办率',
    '2023,1024,2138,99.7%',
    '2024年,1130,2203,99.8%',
  ]),
  'transposed-unknown.csv': text(['年度,办理公证件数,公职律师人数,备注', '2024,1130,12,全年']),
  'transposed-title-year.csv': text(['2024年度法治指标', '办理公证件数,办理法律援助案件数', '1130,2203']),
  // names
  'name-alias-spaces.csv': text([
    HEAD,
    '2024, 公证 件数 ,1130,件',
    '2024,完成法治巡察的党委(党组)数,14,个',
    '2024,"""执行合同""评价指标全市位次",前三,位',
  ]),
  'name-unknown.csv': text([
    HEAD,
    A,
    '2024,行政规范性文件合格率,98,%',
    '2024,1.办理法律援助案件数,2203,件',
    '2024,办理法律援助案件数（件）,2203,件',
  ]),
  'name-and-id-differ.csv': text([
    '年度,指标编号,指标,数值',
    '2024,notarisations,办理法律援助案件数,1130',
    '2024,legal-aid-cases,办理法律援助案件数,2203',
    '2024,no-such-id,普法宣讲期数,40',
  ]),
  'name-id-only.csv': text([
    '年度,指标编号,数值',
    '2024,notarisations,1130',
    '2024,legal-aid-cases,2203',
    '2024,Legal-Aid-Cases,2203',
  ]),
  'name-missing.csv': text([HEAD, A, '2024,,77,件']),
  'name-hidden.csv': text([HEAD, A, '2024,办理\u202e法律援助案件数,2203,件']),
  'name-html.csv': text([HEAD, A, '2024,<img src=x onerror=alert(1)>,5,件']),
  // rows
  'row-thousands.csv': text([HEAD, '2024,办理法律援助案件数,2,203,件', A]),
  'row-thousands-no-unit.csv': text([
    '年度,指标,数值,备注',
    '2024,办理法律援助案件数,2,203',
    '2024,办理公证件数,"1,130",',
  ]),
  'row-short.csv': text([
    '年度,指标,数值,单位,状态,原句,备注',
    '2024,办理公证件数,1130',
    '2024,办理法律援助案件数,2203,件',
  ]),
  'row-shifted.csv': text([HEAD, '2024,办理公证件数,,1130', B]),
  'row-twice-same.csv': text([HEAD, A, '2024,公证件数,"1,130",件']),
  'row-twice-differs.csv': text([
    HEAD,
    '2024,审结行政复议案件数,130,件',
    A,
    '2024,审结行政复议案件数,131,件',
  ]),
  'row-empty-values.csv': text([HEAD, '2024,办理公证件数,,件', B]),
  'rows-none-filled.csv': text([HEAD, '2024,办理公证件数,,件', '2024,办理法律援助案件数,,件']),
  'row-guarded.csv': text([
    '年度,指标,数值,单位,备注',
    "2024,办理公证件数,1130,件,'=1+1",
    "2024,办理法律援助案件数,'-,件,'＠某人",
  ]),
  'row-formula.csv': text([HEAD, '2024,办理公证件数,=1+1,件', '2024,办理法律援助案件数,#REF!,件', C]),
  // cells
  'values-grammar.csv': text([
    HEAD,
    '2024,习近平法治思想专题学习场次,40余,场',
    '2024,办理公证件数,２１３８,件',
    '2024,办理法律援助案件数,"2,138",件',
    '2024,公证宣传活动次数,约60,次',
    '2024,公证宣传材料发放份数,不超过600,份',
    '2024,案件调解量全市位次,第二,位',
    '2024,“执行合同”评价指标全市位次,前三,位',
    '2024,法律援助挽回经济损失金额,710.99万元,',
    '2024,普法宣讲期数,未公布,期',
    '2024,在线考试场数,—,场',
  ]),
  'values-wrong.csv': text([
    HEAD,
    '2024,办理公证件数,九十八,件',
    '2024,办理法律援助案件数,3/5,件',
    '2024,公证宣传活动次数,1.2.3,次',
    '2024,普法宣讲期数,1e309,期',
    '2024,在线考试场数,无,场',
    '2024,政务服务事项全程网办率,997,%',
    '2024,审结行政复议案件数,-5,件',
    '2024,达成和解,29,人',
    `2024,委派和解,${'4'.repeat(70)},件`,
    '2024,普法活动,\u202e862,场次',
    '2024,普法文艺惠演,24,场次',
  ]),
  'values-status.csv': text([
    '年度,指标,数值,单位,状态,备注',
    '2024,办理公证件数,1130,件,待核,与上月不符',
    '2024,办理法律援助案件数,,件,未公布,',
    '2024,普法宣讲期数,40,期,未公布,',
    '2024,在线考试场数,,场,不适用,',
    '2024,普法活动,1,场次,好,',
  ]),
  'units.csv': text([
    HEAD,
    '2024,法律援助挽回经济损失金额,7109900,元',
    '2024,办理公证件数,0.113,万件',
    '2024,政务服务事项全程网办率,99.8,％',
  ]),
  'jump-and-slip.csv': text([HEAD, '2024,办理公证件数,10240,件', '2024,办理法律援助案件数,4000,件']),
  // what forms of statistics look like
  'form-column-numbers.csv': text([
    '2024年法治政府建设统计表',
    '指标名称,计量单位,本年数',
    '甲,乙,1',
    '办理公证件数,件,1130',
    '办理法律援助案件数,件,2203',
  ]),
  'form-last-year-beside.csv': text([
    '（2024年度）,,,',
    '项目,单位,上年数,本年数',
    '办理公证件数,件,1024,1130',
  ]),
  'form-year-cells-above.csv': text(['统计年度：,2024,', '指标,数值,单位', '办理公证件数,1130,件']),
  'form-made-in-month.csv': text(['法治指标统计表,', '2025年1月,', '指标,数值', '办理公证件数,1130']),
  'form-two-blocks-beside.csv': text([
    '年度,指标,数值,指标,数值',
    '2024,办理公证件数,1130,办理法律援助案件数,2203',
  ]),
  'form-kinds-and-names.csv': text([
    '年度,指标,,数值',
    '2024,法律服务,办理公证件数,1130',
    '2024,,办理法律援助案件数,2203',
  ]),
  'form-unit-in-value-head.csv': text(['年度,指标,数值（单位：万元）', '2024,法律援助挽回经济损失金额,720']),
  'form-page-breaks.csv': text([
    '2024年度统计表,',
    '指标,数值',
    '办理公证件数,1130',
    '第1页,',
    '2024年度统计表,',
    '指标,数值',
    '办理法律援助案件数,2203',
    '第2页 共2页,',
  ]),
  'form-of-which.csv': text([HEAD, B, '2024,其中：农民工,800,件']),
  'form-remark-with-commas.csv': text([
    HEAD,
    A,
    '注：一、本表由司法局填报,二、数据来自各股室,三、如有疑问请来电,四、谢谢',
    '单位负责人：张三,填表人：李四,联系电话：6912345,2025年1月10日',
  ]),
  'form-many-blank-columns.csv': text([`${HEAD},,,,,,,`, `${A},,,,,,,`, ',,,,,,,,,,', `${B},,,,,,,`]),
  'form-numbered-empty-rows.csv': text([
    '序号,年度,指标,数值',
    '1,2024,办理公证件数,1130',
    '2,2024,,',
    '3,,,',
  ]),
  'transposed-unit-row.csv': text([
    '年份,办理公证件数,法律援助挽回经济损失金额',
    '单位,件,元',
    '2024,1130,7200000',
    '合计,1130,7200000',
  ]),
  'transposed-double-head.csv': text([
    '年度,法律服务,',
    ',办理公证件数,办理法律援助案件数',
    '2024,1130,2203',
  ]),
  'transposed-corner.csv': text(['年度\\指标,办理公证件数,办理法律援助案件数', '2024年,1130,2203']),
  'wide-with-rate-of-change.csv': text([
    '指标,单位,2023年,2024年,同比增长（%）',
    '办理公证件数,件,1024,1130,10.4',
  ]),
  'wide-year-twice.csv': text(['指标,2024,2024年', '办理公证件数,1130,1131']),
  'wide-part-year-head.csv': text(['指标,2023年,2024年1—9月', '办理公证件数,1024,830']),
  'wide-note-and-status.csv': text([
    '指标,2023年,2024年,备注,状态',
    '办理公证件数,1024,1130,含电子公证,待核',
  ]),
  'id-in-name-column.csv': text(['年度,指标,数值', '2024,notarisations,1130', '2024,legal-aid-cases,2203']),
  'units-traditional.csv': text(
    ['年度,指標編號,數值,單位', '2024,legal-aid-losses-recovered,720,萬元', '2024,national-honours,3,項'],
    {
      encoding: 'big5',
    },
  ),
  'names-traditional.csv': text(['年度,指標,數值,單位', '2024,辦理公證件數,1130,件'], { encoding: 'big5' }),
  'values-as-written.csv': text([
    HEAD,
    '2024,办理公证件数,1130件,',
    '2024,政务服务事项全程网办率,99.8%,',
    '2024,审理涉企纠纷案件数,0.45万,件',
    '2024,案件调解量全市位次,2,位',
    '2024,普法活动,40场次以上,',
  ]),
  'status-without-value.csv': text([
    '年度,指标,数值,状态',
    '2024,办理公证件数,,待核',
    '2024,普法宣讲期数,,已公布',
  ]),
  'all-rows-wrong.csv': text([HEAD, '2024,办理公证件数,九十八,件', '2024,没有的指标,5,件']),
  'json-not-table.csv': text(['{"a": 1}']),
  'one-column.csv': text(['指标', '办理公证件数']),
  'only-head.csv': text([HEAD]),
  'empty.csv': Buffer.alloc(0),
  'blank.csv': text(['', '  ', '']),
  'plans.csv': text(['年度,类别,序号,内容', '2024,不足,1,工作力量不足']),
}

mkdirSync(FOLDER, { recursive: true })
for (const [name, bytes] of Object.entries(texts)) writeFileSync(`${FOLDER}${name}`, bytes)
// A workbook holds the time it was made: it is written once.
for (const [name, sheets] of Object.entries(books))
  if (!existsSync(`${FOLDER}${name}`)) writeFileSync(`${FOLDER}${name}`, await writeXlsx({ sheets }))
