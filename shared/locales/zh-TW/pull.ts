/** What keeps a sync from going on, and what of it can't be read. */
export const pullProblems = {
  syncUnknownShape:
    '服務為「{step}」傳回的內容與其文件所述格式不同{field, select, none {} other {（沒有清單「{field}」）}}：請檢查設定檔中的位址是否為該服務的位址，並更新主控台。',
  syncUnknownLinks:
    '「{step}」的分頁未依服務文件所述銜接，因此無法將清單讀完：請稍後重新同步；若再次停在該處，請回報此問題。',
  syncRefused: '服務拒絕了要求（{status}{code, select, none {} other { {code}}}）：{words}',
  syncUnexpected: '同步因未曾預料的原因停止（{reason}）：請重新開始；若再次停在該處，請回報此問題。',
  syncRunning: '已有同步正在進行：請等候完成，或先暫停、取消。',
  clashUnknown: '已沒有編號為 {clash} 的未解決衝突：請重新檢視清單。',
  syncNotOffered:
    'Microsoft Graph 拒絕提供 GDAP 客戶清單（{status}{code, select, none {} other { {code}}}{words, select, none {} other {：「{words}」}}），而沒有頁面說明此雲端提供該清單，因此視為這裡不提供 GDAP：沒有讀取任何內容，已知的內容維持不變。如果您的其他程式能夠讀取，請檢查已登入帳戶的角色，以及應用程式註冊取得的權限。',
};

/** Why something that a service sent, or would not send, was left out; `code` is `none` where it named none. */
export const pullRejections = {
  serviceRefused: '服務拒絕了要求（{status}{code, select, none {} other { {code}}}）：{words}',
  unanswered: '服務在 {tries, plural, other {# 次要求}}中均未給出可用的答覆；已知的內容維持不變。',
  unknownShape:
    '服務傳回的內容與其文件所述格式不同{field, select, none {} other {（沒有清單「{field}」）}}，因此未採用其中任何內容。',
  listNotWhole: '服務計有 {counted, number} 項，但只列出了 {named, number} 項，因此未將任何項目視為已消失。',
  documentUnreadable: '此工作區的文件 {document} 無法讀取，因此其中的客戶未同步。',
};
