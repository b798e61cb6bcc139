/** 登入與權杖可能發生的問題；words 是登入服務的原話。 */
export const accountProblems = {
  notSignedIn: '尚未登入：請先登入，或以 --token-file 提供權杖。',
  noClientId:
    '目前還無法登入，因為這個工作區不知道貴公司在{cloud, select, global {全球雲端} other {世紀互聯}}的應用程式註冊：請在登入處填入其應用程式（用戶端）識別碼，或使用 account --client-id，或寫入設定檔的 clientId。',
  authorityOtherCloud:
    '設定檔中的登入位址 {host} 屬於{cloud, select, global {世紀互聯} other {全球雲端}}，但 cloud 寫的是{cloud, select, global {全球雲端} other {世紀互聯}}：請更正設定檔中的 endpoints.authority 或 cloud。',
  signInRefused:
    '在 {host} 登入未成功{reason, select, declined {，因為在登入頁面選擇了拒絕} expired {，因為代碼已失效} consent {，因為未授與所需權限} application {，因為它不接受這個應用程式註冊} authority {，因為它不是認得這個合作夥伴的登入服務} other {}}（{code}{words, select, none {} other {：「{words}」}}）：{reason, select, declined {請重新登入並在該頁面接受} expired {請重新登入以取得新代碼} consent {請貴公司租用戶的管理員同意這個應用程式註冊所需的權限} application {請檢查應用程式（用戶端）識別碼，並確認該註冊允許公用用戶端流程與重新導向位址 http://localhost} authority {請檢查設定檔中的 endpoints.authority、cloud 與 partner.tenantId} other {請檢查帳戶與應用程式註冊，然後重新登入}}。',
  signInEnded: '{host} 表示登入已失效{words, select, none {} other {（「{words}」）}}：請重新登入。',
  signInTimedOut: '時限內沒有人完成登入：請重新開始。',
  consentMissing:
    '帳戶已登入，但尚未有人同意{service, select, graph { Microsoft Graph 的權限 DelegatedAdminRelationship.ReadWrite.All} other {合作夥伴中心的權限 user_impersonation}}{words, select, none {} other {（「{words}」）}}：請貴公司租用戶的管理員將它授與這個應用程式註冊，然後重新登入。',
  accountOtherTenant:
    '這個帳戶或權杖屬於租用戶 {tenant}，而這個工作區屬於 {partner}（{own}），因此沒有使用：請以 {partner} 的帳戶登入，或開啟另一個租用戶的工作區。',
  tokenOtherCloud:
    '{service, select, graph {Microsoft Graph} other {合作夥伴中心}} 的權杖屬於{cloud, select, global {世紀互聯} other {全球雲端}}，而這個工作區屬於{cloud, select, global {全球雲端} other {世紀互聯}}，因此沒有送出：請提供正確雲端的權杖，並檢查設定檔中的 cloud 與 endpoints.authority。',
  tokenOtherService:
    '這個權杖不是為{service, select, graph { Microsoft Graph } other {合作夥伴中心}}核發的，因此沒有送出：請以 JSON 的 partnerCenter 與 graph 分別提供各服務的權杖，或用 --source 只指定一個服務。',
  tokenExpired:
    '{service, select, graph {Microsoft Graph} other {合作夥伴中心}} 的權杖已於 {at} 到期，因此沒有送出：請提供新的權杖，並檢查這部電腦的日期與時間。',
  tokenFileInvalid: '檔案 {file} 中沒有可用的權杖：其中應只有一行權杖，或是含有 partnerCenter 與 graph 的 JSON。',
  tokenFileLacks:
    '檔案 {file} 中沒有{service, select, graph { Microsoft Graph 的權杖（graph）} other {合作夥伴中心的權杖（partnerCenter）}}：請補上，或用 --source 略過該服務。',
  tokenFileRefused:
    '{service, select, graph {Microsoft Graph} other {合作夥伴中心}} 不接受 {file} 中的權杖：請放入屬於這個合作夥伴與雲端的新權杖，再重新開始。',
  accountByFile:
    '這個主控台啟動時使用了 {file} 中的權杖，因此無法在這裡登入或登出：如需登入，請不要以 --token-file 啟動。',
};

/** 從登入頁面返回時瀏覽器顯示的內容。 */
export const signInPages = {
  done: '您已登入',
  doneNext: '請關閉此頁面，回到 {partner} 的主控台。',
  failed: '您尚未登入',
  failedNext: '請關閉此頁面，回到主控台查看原因。',
};
