/** The mail that asks a provider of ours for an invitation link. `mpnId`, `domain` and `provider` are `none` when there is none to show. */
export const asking = {
  subject: '{partner}：懇請提供客戶 {customer} 的轉銷商邀請連結',
  greeting: '{provider, select, none {各位同仁，您好：} other {{provider} 的各位同仁，您好：}}',
  ask: '我們希望以貴公司間接轉銷商的身分服務下列客戶。煩請在{portal}為這位客戶建立轉銷商關係邀請，並把連結寄給我們。',
  why: '{cloud, select, global {請建立聯合邀請：由貴公司擔任間接提供者，並載明我們 {partner} 為間接轉銷商。} other {間接轉銷商無法自行建立這項邀請，須由其間接提供者建立後轉交。}}',
  usTitle: '我們的資料',
  customerTitle: '客戶資料',
  name: '名稱：{name}',
  mpnId: 'MPN ID：{mpnId}',
  domain: '網域：{domain}',
  tenantId: '租用戶識別碼：{tenantId}',
  how: '請依合作夥伴中心顯示的原樣寄出連結，或以貴公司的合作夥伴主控台製作交接檔案寄給我們。我們會轉寄給客戶；只有客戶的全域管理員可以接受。',
};

/** The mail that carries a hand-off file to a reseller of ours. */
export const handingOver = {
  subject: '{partner}：請將邀請連結轉寄給{customer, select, none {貴公司的客戶} other { {customer}}}',
  greeting: '{reseller, select, none {各位同仁，您好：} other {{reseller} 的各位同仁，您好：}}',
  what: '隨信附上交接檔案，內含{kind, select, gdap { GDAP 要求} other {轉銷商邀請}}，{customer, select, none {煩請轉寄給客戶} other {煩請轉寄給 {customer}}}。',
  how: '請用貴公司的合作夥伴主控台開啟：按兩下檔案，或把檔案或這封郵件拖曳到視窗即可。主控台會檢查是誰建立的、內容有沒有遭到更動，並在記錄之前先顯示內容。',
  key: '如果這是我們第一次寄給貴公司交接檔案，請撥打您手邊原有的電話號碼與我們聯絡，核對主控台顯示的金鑰數字。',
};

/** Why a link, a mail or a hand-off file is not taken in or not handed over. */
export const handOffProblems = {
  receivedTooLarge: '檔案 {file} 超過 {limit} MB，附有邀請的郵件不會這麼大：請選取郵件或交接檔案本身。',
  openedOther:
    '未開啟檔案 {file}：按兩下或隨啟動開啟的只能是名稱以 {extension} 結尾的交接檔案。其他檔案請匯入，郵件請在「邀請」頁面收錄。',
  filesNotOpened:
    '未開啟檔案 {file}：{holder} 正在使用工作區 {folder}，但沒有視窗可以顯示。請等它結束後再開啟這個檔案。',
  openedTooLarge: '檔案 {file} 超過 {limit} MB，交接檔案不會這麼大：請建立的一方重新寄送。',
  receivedNeither: '檔案 {file} 既不是交接檔案，也不是郵件：請將郵件另存成 .eml 檔案，或直接貼上其中的連結。',
  mailNoLink: '郵件 {file} 裡沒有指向已知邀請主機（{known}）的連結：請向寄件者索取連結，或直接貼上連結。',
  mailUnreadable: '無法讀取郵件 {file}：請重新另存成 .eml 檔案，或直接貼上其中的連結。',
  handOffNotJson: '交接檔案 {file} 不是有效的 JSON，可能不完整或遭到更動：請建立的一方重新寄送。',
  handOffFormat: '檔案 {file} 不是交接檔案，它的欄位 format 與 version 不符：請選取其他檔案。',
  handOffNewer: '交接檔案 {file} 是由較新版本的主控台寫成（欄位 version 是 {version}）：請更新主控台後再開啟。',
  handOffField: '無法使用交接檔案 {file}：欄位 {field} {reason}。請建立的一方重新製作，內容一概不要更動。',
  handOffStrangeField: '無法使用交接檔案 {file}：裡面有交接檔案不該有的欄位 {field}。請建立的一方重新寄送。',
  handOffAltered: '交接檔案 {file} 製作之後遭到更動，欄位 checksum 與其餘內容不符：請勿使用，並請建立的一方重新寄送。',
  handOffForged: '交接檔案 {file} 並非由其金鑰的持有人簽署，欄位 signature 不符：請勿使用，並通知檔案中具名的提供者。',
  handOffOtherCloud:
    '交接檔案 {file} 屬於{cloud, select, global {全球雲端} other {世紀互聯}}（欄位 cloud），不屬於這個工作區所在的雲端：請在該雲端的工作區開啟。',
  handOffStranger:
    '交接檔案 {file} 由租用戶 {tenant} 建立（欄位 createdBy.tenantId），對方不是我方的提供者，因此不得轉寄其連結（規則 {rule}）。檔案自稱建立的一方名為「{partner}」，但這無法證明什麼：請向我方的提供者索取連結。',
  handOffOtherAudience:
    '交接檔案 {file} 是為 {audience} 製作的（欄位 audience.tenantId），不是為我方製作的，因此不得轉寄其連結（規則 {rule}）：請我方的提供者另外為我方製作。',
  handOffLink:
    '交接檔案 {file} 的欄位 link 不是這裡可以使用的邀請連結：連結必須以 https: 開頭，並指向 {known} 其中之一。請建立的一方另外提供檔案。',
  handOffOtherKind:
    '交接檔案 {file} 的欄位 kind 是{said, select, gdap { GDAP} other {轉銷商邀請}}，但其中的連結是{kind, select, gdap { GDAP 要求} other {轉銷商邀請}}：請建立的一方另外提供檔案。',
  handOffOtherKey:
    '交接檔案 {file} 的簽署金鑰（欄位 publicKey）與 {since} 保存的 {partner} 金鑰不同：請撥打您手邊原有的電話號碼與對方聯絡，以對方唸出的金鑰數字收錄這個檔案；這個檔案的數字是 {fingerprint}。',
  handOffFingerprint:
    '交接檔案 {file} 的金鑰（欄位 publicKey）數字是 {fingerprint}，與對方唸出的不符：請勿使用這個檔案，並通知 {partner}。',
  askNoProvider:
    '沒有撰寫要求：設定檔未載明 {us} 的提供者（規則 {rule}）。如果有間接提供者，請在設定檔的 providers 欄位載明。',
  askNoReseller:
    '沒有撰寫要求：只有間接轉銷商才需要向提供者索取連結，而設定檔未載明 {us} 是間接轉銷商（規則 {rule}）。請以我方自己的連結邀請客戶，或補齊設定檔的 programs 欄位。',
  askStranger: '沒有撰寫給 {provider} 的要求：對方不是我方的提供者（規則 {rule}）。請改向 {known} 索取，或補齊設定檔。',
  providerNotOurs:
    '合作夥伴 {provider} 不是我方的提供者，因此不得轉寄其連結（規則 {rule}）：請指明寄來連結的提供者，或補齊設定檔。',
  receivedFromOther: '這個連結已經當作 {partner} 的連結收錄：如果它來自別處，請先移除那筆收到的連結。',
  resellerNotAllowed: '因為轉銷商 {reseller} 的緣故，沒有交接任何內容。遭規則 {rule} 拒絕：{statement}',
  resellerCannotTell: '因為轉銷商 {reseller} 的緣故，沒有交接任何內容。無法判斷是否允許（規則 {rule}）：{statement}',
  signingKeyDamaged:
    '金鑰檔案 {file} 已損毀，無法簽署：請從備份還原。如果沒有備份，請刪除該檔案：主控台會產生新的金鑰，屆時轉銷商必須重新核對數字。',
};
