/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    '設定檔 {file} 不是有效的 JSON{line, plural, =0 {} other {（第 {line} 行）}}：請修正該處，或重新匯出。',
  profileInvalid: '設定檔 {file} 無法使用：欄位 {field} {reason}。請修正該欄位後再試一次。',
  workspaceExists: '資料夾 {folder} 中已有工作區：請開啟該工作區，或選擇其他資料夾。',
  workspaceMissing: '資料夾 {folder} 中沒有工作區：請先在其中建立，或選擇其他資料夾。',
  workspaceDamaged: '工作區檔案 {file} 已損毀（{reason}）：並未變更任何內容，請從備份還原後再試一次。',
  workspaceNewer: '工作區檔案 {file} 是由較新版本的主控台寫入（格式 {version}）：請更新主控台後再開啟。',
  workspaceBusy: '工作區 {folder} 已在 {holder} 中開啟：請使用那一個，或先將其關閉。',
  unknownCustomer: '此工作區中沒有客戶 {customer}：請檢查識別碼，或先匯入該客戶。',
  unknownSubscription: '此工作區中沒有訂閱 {subscription}：請檢查識別碼，或先匯入該訂閱。',
  requestInvalid: '無法判斷此原則要求：欄位 {path} {reason}。請修正該欄位後再提問。',
  unknownAction: '原則中沒有「{action}」這項動作：請檢查 action.name 的拼法。',
  channelObserved: '依系統紀錄，訂閱 {subscription} 的購買通路為 {channel}（來源：{source}），因此無法聲明為其他通路。',
  fileUnreadable: '無法讀取檔案 {file}（{reason}）：請確認檔案存在，且您有權開啟。',
  internal: '主控台內部發生未預期的錯誤：此處沒有更多資訊，請再試一次。',
  notAllowed: '規則 {rule} 不允許：{statement}',
  cannotTell: '無法判斷是否允許（規則 {rule}），因此未執行：{statement}',
  workspaceUnusable: '無法使用工作區資料夾 {folder}（{reason}）：請選擇您可寫入的資料夾。',
  workspaceIncomplete: '工作區 {folder} 不完整：缺少 {missing}，因此未做任何變更。請從備份還原，或選擇其他資料夾。',
  ambiguousSubscription: '訂閱 {subscription} 出現在多個客戶名下（{customers}）：請一併指明客戶。',
  linkOfAnotherCustomer: '此 GDAP 連結屬於另一位客戶（{customer}）的關係：請使用為該客戶產生的連結。',
};
