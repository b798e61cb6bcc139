/** 列表无法导出的原因。 */
export const reportProblems = {
  reportUnwritable:
    '无法写入文件 {file}（{reason}），也没有留下任何内容：请确认它不是文件夹、您有权写入该处，且磁盘未满。',
  reportInside: '文件 {file} 会落在工作区 {folder} 内，那里存放的是工作区自己的文件：请选择其他文件夹。',
  sheetTooLong: '一张工作表最多容纳 {most, number} 行，此列表更长，因此未写入任何内容：请改为导出 csv 或 json。',
};
