export const capabilities = {
  /** 欄位標題：以一兩個詞說明對訂閱的每項動作。 */
  short: {
    subscription: {
      provision: '佈建',
      support: '支援',
      'add-seats': '增加席位',
      'remove-seats': '減少席位',
      'order-add-on': '訂購附加產品',
      transition: '轉換',
      'change-partner-of-record': '變更記錄夥伴',
      suspend: '暫停',
      cancel: '取消',
      renew: '續訂',
      'view-bill': '檢視帳單',
      upgrade: '升級',
    },
  },
  cell: '{answer}：{rule} {name}',
  /** 按一下結果會開啟客戶檔案，並在其中說明理由。 */
  why: '{action}：{answer}。檢視理由',
  columns: { button: '選擇欄位', title: '顯示為欄位的動作', noRoom: '放不下' },
  filter: {
    button: '我方可以做什麼',
    buttonSet: '我方可以做什麼：{filter}',
    answers: { allow: '我方可以', deny: '我方不可以', unknown: '無法判斷' },
    set: { allow: '{action}：可以', deny: '{action}：不可以', unknown: '{action}：無法判斷' },
    clear: '取消此篩選',
    nothing: '這裡目前沒有得到此結果的訂閱：「{filter}」。',
  },
};
