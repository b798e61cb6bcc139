/** 這部電腦與服務之間可能發生的問題；code 是網路本身的代碼，words 是服務的原話。 */
export const networkProblems = {
  networkNameUnknown:
    '找不到位址 {host}（{code}）：請檢查這部電腦是否已連上網路，以及設定檔的 endpoints 所列位址是否正確。',
  networkUnreachable: '這部電腦無法連到 {host}（{code}）：請檢查是否已連上網路，以及 VPN 與防火牆的設定。',
  networkConnectionRefused:
    '{host} 沒有任何程式回應（{code}）：請檢查設定檔 endpoints 所列的位址，並確認防火牆沒有擋住去路。',
  networkReset:
    '與 {host} 的連線{tries, plural, =1 {中斷} other {連續 # 次中斷}}（{code}）：請再試一次；若仍然如此，請檢查此網路的 Proxy 與防火牆。',
  networkSilent:
    '{host} {tries, plural, =1 {沒有及時回應} other {連續 # 次沒有及時回應}}：請稍後再試；若仍然如此，請檢查網路連線及其 Proxy。',
  networkHalf:
    '{tries, plural, =1 {只收到} other {連續 # 次只收到}} {host} 的部分回應，因此完全沒有採用：請再試一次；若仍然如此，請檢查此網路的 Proxy 與防火牆。',
  networkEmpty:
    '{host} {tries, plural, =1 {的回應是空的} other {連續 # 次傳回空的回應}}（狀態 {status}）：請稍後再試；若仍然如此，請檢查設定檔 endpoints 所列的位址。',
  networkTooLarge: '{host} 的回應超過 {megabytes} MB，因此沒有讀取：請檢查設定檔 endpoints 所列的位址是否正確。',
  networkNotJson:
    '{host} 傳回的不是資料，而是{form, select, page {網頁} other {無法讀取的內容}}（狀態 {status}），這通常是 Proxy 或網路登入頁面所致：請在瀏覽器開啟任一網頁並登入網路，再檢查 Proxy 與設定檔的 endpoints。',
  networkRedirected:
    '{host} 沒有回應，而是要我們轉往{to, select, none {別處} other { {to}}}，我們並未照做：請檢查此網路是否要求先登入，以及設定檔 endpoints 所列的位址。',
  networkCertificate:
    '無法確認 {host} 的身分，因為它的憑證{reason, select, date {此刻不在有效期限內} name {是為另一個位址簽發的} authority {是由這部電腦不信任的單位簽發} revoked {已遭撤銷} other {有問題}}（{code}），因此沒有送出任何內容：{reason, select, date {請檢查這部電腦的日期與時間} name {請檢查設定檔 endpoints 所列的位址，以及是否有 Proxy 代為回應} authority {若貴公司的 Proxy 會檢查連線，請在這部電腦安裝其根憑證} other {請詢問網路管理員是否有 Proxy 在檢查連線}}。',
  networkInsecure:
    '無法與 {host} 建立安全連線（{code}）：請檢查設定檔 endpoints 所列的位址，以及中間是否有不放行的 Proxy。',
  networkProxy: '此網路的 Proxy 沒有讓我們連到 {host}（{code}）：請檢查這部電腦的 Proxy 設定，並請管理員放行 {host}。',
  networkProxySignIn:
    '此網路的 Proxy 要先知道您是誰，才讓我們連到 {host}（{code}）：請在瀏覽器登入 Proxy，或在這部電腦的 Proxy 設定中填入使用者名稱與密碼。',
  networkFailed:
    '與 {host} 的連線失敗{code, select, none {} other {（{code}）}}：請檢查這部電腦是否已連上網路，以及 Proxy 與防火牆，然後再試一次。',
  networkForeignAddress:
    '沒有存取指向 {to} 的位址，因為我們的存取權杖只供 {host} 使用：請檢查設定檔的 endpoints；若無誤，請回報此問題。',
  networkBusy:
    '{host} 收到的要求過多，試了 {tries, plural, other {#}} 次後仍要求等待{minutes, plural, =0 {} other {（約 # 分鐘）}}：請稍後再試，並檢查是否有其他程式也在使用同一合作夥伴的帳戶。',
  networkServiceDown:
    '{host} {tries, plural, =1 {未能完成工作} other {連續 # 次未能完成工作}}（狀態 {status}{words, select, none {} other {，「{words}」}}）：請稍後再試；若仍然如此，請查看該服務的健康狀態頁面。',
  networkTokenRefused:
    '{host} 不接受我們的登入{words, select, none {} other {（「{words}」）}}：請重新登入，並檢查帳戶是否屬於此合作夥伴以及設定檔所列的雲端。',
  networkTokenUnusable: '為 {host} 提供的並不是存取權杖：請重新登入，或檢查權杖檔案，其中只能有權杖本身。',
  networkNoRights:
    '{host} 表示已登入的帳戶無權這麼做{code, select, none {} other {（代碼 {code}{words, select, none {} other {：「{words}」}}）}}：請檢查該帳戶在合作夥伴中心的角色（例如管理代理人），以及應用程式註冊取得的權限。',
  networkRefused:
    '{host} 拒絕了要求（狀態 {status}{code, select, none {} other {，代碼 {code}}}{words, select, none {} other {，「{words}」}}）：請檢查設定檔的 endpoints 與合作夥伴的帳戶，然後再試一次。',
};
