export const capabilities = {
  /** 列标题：用一两个词说明对订阅的每项操作。 */
  short: {
    subscription: {
      provision: '预配',
      support: '支持',
      'add-seats': '增加席位',
      'remove-seats': '减少席位',
      'order-add-on': '订购附加产品',
      transition: '转换',
      'change-partner-of-record': '变更记录伙伴',
      suspend: '暂停',
      cancel: '取消',
      renew: '续订',
      'view-bill': '查看账单',
      upgrade: '升级',
    },
  },
  cell: '{answer}：{rule} {name}',
  /** 单击结果会打开客户档案，并在其中说明理由。 */
  why: '{action}：{answer}。查看理由',
  columns: { button: '选择列', title: '显示为列的操作', noRoom: '放不下' },
  filter: {
    button: '我方可以做什么',
    buttonSet: '我方可以做什么：{filter}',
    answers: { allow: '我方可以', deny: '我方不可以', unknown: '无法判断' },
    set: { allow: '{action}：可以', deny: '{action}：不可以', unknown: '{action}：无法判断' },
    clear: '取消此筛选',
    nothing: '这里目前没有得到此结果的订阅：“{filter}”。',
  },
};
