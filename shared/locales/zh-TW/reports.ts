/** 清單無法匯出的原因。 */
export const reportProblems = {
  reportUnwritable:
    '無法寫入檔案 {file}（{reason}），也沒有留下任何內容：請確認它不是資料夾、您有權寫入該處，且磁碟仍有空間。',
  reportInside: '檔案 {file} 會落在工作區 {folder} 之內，那裡放的是工作區自己的檔案：請選擇其他資料夾。',
  sheetTooLong: '一張工作表最多容納 {most, number} 列，這份清單更長，因此沒有寫入任何內容：請改為匯出 csv 或 json。',
};
