/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    '設定檔 {file} 不是有效的 JSON{line, plural, =0 {} other {（第 {line} 行）}}：請修正該處，或重新匯出。',
  profileInvalid: '設定檔 {file} 無法使用：欄位 {field} {reason}。請修正該欄位後再試一次。',
  workspaceExists: '資料夾 {folder} 中已有工作區：請開啟該工作區，或選擇其他資料夾。',
  workspaceMissing: '資料夾 {folder} 中沒有工作區：請先在其中建立，或選擇其他資料夾。',
  workspaceDamaged:
    '工作區檔案 {file} 已損毀（{reason, select, format {內容是空的、不完整，或不是由本主控台寫入} checksum {內容曾遭本主控台以外的程式變更} other {其中的 {detail} 不符合要求}}），已維持原狀：請從備份還原{previous, select, none {} other {，或以最後一次儲存之前的版本 {previous} 還原}}，然後再試一次。',
  workspaceNewer: '工作區檔案 {file} 是由較新版本的主控台寫入（格式 {version}）：請更新主控台後再開啟。',
  workspaceBusy: '工作區 {folder} 已在 {holder} 中開啟：請使用那一個，或先將其關閉。',
  workspaceClosed: '工作區 {folder} 在記錄完成前已關閉：請重新開啟後再操作一次。',
  unknownCustomer: '此工作區中沒有客戶 {customer}：請檢查識別碼，或先匯入該客戶。',
  unknownSubscription: '此工作區中沒有訂閱 {subscription}：請檢查識別碼，或先匯入該訂閱。',
  requestInvalid:
    '無法判斷原則要求{file, select, none {} other {（{file}）}}：欄位 {path} {reason}。請修正該欄位後再試一次。',
  requestNotJson: '{file} 中的原則要求不是有效的 JSON（第 {line} 行）：請修正後再試一次。',
  unknownQuestion: '這裡不詢問關於 {action} 的問題。請從「can」所回答的問題中選擇。',
  unknownAction:
    '原則中沒有「{action}」這項動作{file, select, none {} other {（見 {file}）}}：請檢查 action.name 的拼法。',
  channelObserved: '依系統記錄，訂閱 {subscription} 的購買通路為 {channel}（來源：{source}），因此無法聲明為其他通路。',
  fileUnreadable: '無法讀取檔案 {file}（{reason}）：請確認檔案存在，且您有權開啟。',
  notAllowed: '規則 {rule} 不允許：{statement}',
  cannotTell: '無法判斷是否允許（規則 {rule}），因此未執行：{statement}',
  workspaceUnusable: '無法使用工作區資料夾 {folder}（{reason}）：請確認它是資料夾且您有寫入權限。',
  workspaceUnreadable: '無法讀取工作區檔案 {file}（{reason}）：請確認它是檔案且您有權開啟。',
  workspaceUnwritable: '無法寫入工作區檔案 {file}（{reason}），已維持原狀：請確認您有寫入權限且磁碟未滿。',
  workspaceIncomplete: '工作區 {folder} 不完整：缺少 {missing}，因此未做任何變更。請從備份還原，或選擇其他資料夾。',
  ambiguousSubscription: '訂閱 {subscription} 出現在多位客戶名下（{customers}）：請一併指明客戶。',
  linkOfAnotherCustomer: '此 GDAP 連結屬於另一位客戶（{customer}）的關係：請使用為目前客戶產生的連結。',
  /** 欄位有什麼問題，接在欄位名稱之後。 */
  faults: {
    required: '遺漏',
    choice: '必須是下列其中之一：{choices}',
    guid: '必須是格式如 00000000-0000-0000-0000-000000000000 的識別碼',
    empty: '不得空白',
    emptyList: '至少要有一項',
    address: '必須是網址',
    insecureAddress: '必須以 https: 開頭（僅限本機可用 http:）',
    instant: '必須是含時區的日期與時間，例如 2026-11-22T09:00:00Z',
    subscriptionOnly: '在針對訂閱的動作中必須是「subscription」',
    text: '必須是加引號的文字',
    number: '必須是大於或等於零的數字',
    truth: '必須是 true 或 false',
    list: '必須是方括號內的清單',
    object: '必須是大括號內的物件',
    other: '的值不符合要求',
  },
};
