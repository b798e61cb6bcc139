/** 在這裡決定、交由服務執行的動作可能發生的問題；words 與 code 是服務的原話。 */
export const outboxProblems = {
  outboxUnknown: '寄件匣沒有編號為 {entry} 的動作：請重新檢視清單。',
  outboxTwice:
    '寄件匣已有{customer, select, none {} other {針對 {customer} 的}}相同動作（{since} 決定）：請先送出那一項，或將它收回。',
  outboxNameTaken: '已有名為「{name}」的關係，而我們的每個關係都必須使用不同的名稱：請改用其他名稱。',
  outboxNoDelegation: '記錄中沒有與 {customer} 的 GDAP 關係 {delegation}：請先同步，再從該客戶的清單中選擇。',
  outboxNotOurs: '關係「{name}」屬於其他合作夥伴，我們無法變更：請洽詢該合作夥伴。',
  outboxGone: '關係「{name}」在 Microsoft 已不存在，因此沒有可變更的內容。',
  outboxNotInForce: '關係「{name}」並未生效，因此沒有可終止的內容：若客戶在這段期間已核准，請先同步。',
  outboxExtendsAlready:
    '關係「{name}」{extends, select, yes {已經會自動延長} other {原本就不會自動延長}}，因此不需變更。',
  outboxDapOff: '與 {customer} 的 DAP 已經關閉，因此沒有可移除的內容。',
  outboxCustomerGone: '記錄中已沒有這位客戶，因此沒有送出：請檢視是否已遭清除，再重新決定。',
  outboxSent: '這個動作已經送出或正在途中，無法收回：請等候結果，再決定如何補救。',
  outboxOver: '這個動作已經結束，沒有可收回的內容：請在寄件匣檢視結果。',
  outboxNothingToRetry: '只有需要處理的動作才能重試：請重新檢視清單，或重新決定。',
  outboxNotAsBefore: '關係「{name}」已不再是作用中，因此沒有變更：請先同步，再檢視目前的情形。',
  outboxUnreadable: '無法解讀服務的回應，因此不知道結果如何：請先同步並檢視目前的情形，再重試。',
  outboxUnclear:
    '{host} 一再發生錯誤（狀態 {status}{words, select, none {} other {，「{words}」}}），因此不知道結果如何：請先同步並檢視目前的情形，再重試。',
  outboxNoCommerce:
    '合作夥伴中心表示我們與這位客戶沒有商務關係（代碼 {code}{words, select, none {} other {：「{words}」}}）：客戶必須先接受我們的邀請。',
  outboxNoReseller:
    '合作夥伴中心不認為所列的合作夥伴是我們的間接轉銷商（代碼 {code}{words, select, none {} other {：「{words}」}}）：請確認雙方都已接受彼此的關係。',
  outboxNoRights:
    '目前登入的帳戶無權執行這個動作（狀態 {status}{code, select, none {} other {，代碼 {code}}}{words, select, none {} other {：「{words}」}}）：請檢查它在合作夥伴中心的角色（例如管理代理人），以及應用程式註冊取得的權限。',
  outboxNotFound:
    '服務找不到這個動作的對象（狀態 {status}{code, select, none {} other {，代碼 {code}}}{words, select, none {} other {：「{words}」}}）：請先同步，再檢視它是否仍然存在。',
  outboxConflict:
    '這個動作與服務上的現況互相矛盾，因此遭拒（狀態 {status}{code, select, none {} other {，代碼 {code}}}{words, select, none {} other {：「{words}」}}）：請先同步，再重新決定。',
  outboxChanged:
    '變更時連續兩次有他人改動同一項內容（狀態 {status}{code, select, none {} other {，代碼 {code}}}{words, select, none {} other {：「{words}」}}），因此我們的變更沒有執行：請檢視目前的情形，再重試。',
  outboxRefused:
    '服務拒絕了這個動作（狀態 {status}{code, select, none {} other {，代碼 {code}}}{words, select, none {} other {：「{words}」}}）：請閱讀它的說明，修改所要求的內容，再重新決定。',
};
