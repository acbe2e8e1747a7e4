import type { SilenceRule } from "../../silences/rules.ts";

const usage = "usage of Chinese press on both shores and overseas";

/** Negations before a verb of speaking. */
const not =
  "(?:并?没有?|并?未|未有|未曾|未能|从未|从来没有|始终未|始终没有|一直没有|均未|都没有?|也没有?|也未|不|绝?不)";
/** Adverbs between the negation and its verb. */
const manner =
  "(?:在[^，。；]{1,16}[中里上])?(?:明确|直接|公开|具体|正面|再|再次|特别|专门|刻意|有|任何|单独|一并){0,2}";

/** Chinese patterns of reported silences, in simplified characters; traditional text is compared after mapping. */
export const chineseSilenceRules: readonly SilenceRule[] = [
  {
    id: "silence/zh/not-a-word",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /(?:却|则|却又|竟|均|都|也|更是|一直|始终|仍)?(?:只字[未不没]提|一字[未不没]提|一字不提|只字未谈|绝口[不未]提|绝口不谈|闭口不[谈提]|避而不[谈提答]|三缄其口|缄口不[言提]|不置一词|未置一词|[未没]有?着一字|默不作声)/gu,
    example: "声明对运河问题只字未提",
    source: usage,
  },
  {
    id: "silence/zh/not-mentioned",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `(?:${not}${manner}(?:提及|提到|提过|谈及|谈到|说到|论及|言及|触及|涉及|指明|写明|写入|列入|载明|述及|(?:这一|这样的|类似的?|相关|此|上述)(?:表述|说法|提法|内容|字眼|措辞|句子))|(?:${not})(?:提(?=[“《及]))|(?:不见|未见(?!提及)|未见到|看不到|没有出现|未出现|未再出现|没有再出现)(?:有关|任何|关于)?(?=[^，。；]{0,30}(?:提法|表述|字眼|字样|措辞|内容|说法|文字|一词|二字|提及|$))|未见提及)(?![者的])`,
      "gu",
    ),
    example: "通稿没有提到运河",
    source: usage,
  },
  {
    id: "silence/zh/was-not-mentioned",
    type: "omission",
    topic: "before",
    silent: "text",
    pattern:
      /(?:(?:并?未|并?没有)在[^，。；]{2,20}(?:声明|通稿|公报|新闻稿|文告|稿件)中?(?:出现|体现)|并?未被?|没有被|没被|不曾被|未获|未有被)(?:再|明确|公开)?(?:提及|提到|谈及|谈到|列入|写入|点名)(?![^，。；])/gu,
    example: "运河问题没有被提及",
    source: usage,
  },
  {
    id: "silence/zh/word-not-used",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `${not}${manner}(?:使用|采用|沿用|用|提出|称|重申|强调)(?=(?:其为|之为|这一|这是|有关|此前的|以往的)?[“《「『][^”》」』]{1,30}[”》」』](?:一词|的?(?:字眼|字样|措辞|表述|说法|提法)|$|[，。；]))`,
      "gu",
    ),
    example: "没有使用“封锁”一词",
    source: usage,
  },
  {
    id: "silence/zh/evaded",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /(?<![不无可必须从毋容]|不能|不会|不应|无法|不得|不该|从不|绝不|并不|没有|不可)(?:刻意|有意|极力|一再|巧妙地?|小心地?|小心翼翼地?|似乎|显然|全程|始终|一直|都|均|也|则|却|仍|公开){0,4}(?:回避了?|规避了?|避谈|避提|避免(?:直接|公开|明确)?(?:提及|提到|谈及|使用|点名|批评|谴责|评论)|略去了?|略过了?|省略了?|删去了?|删除了?|删掉了?|拿掉了?|遗漏了?|漏掉了?|隐去了?|跳过了?|绕开了?|绕过了?|淡化处理)(?!原则|制度|路线|开|掉)(?=[“《「『\p{Script=Han}A-Za-z])/gu,
    example: "刻意回避运河问题",
    source: usage,
  },
  {
    id: "silence/zh/silent-on",
    type: "omission",
    topic: "before",
    silent: "subject",
    pattern:
      /(?:却|则|均|都|仍|一直|始终|至今|继续|集体|选择){0,3}(?:保持沉默|保持缄默|沉默不语|选择沉默|噤声|未作说明|没有作出说明|未作(?:任何)?(?:解释|表态|评论)|没有(?:作出|做出)?(?:任何)?(?:解释|表态)|语焉不详|含糊其[辞词]|轻描淡写|一笔带过|避重就轻)/gu,
    example: "对运河问题保持沉默",
    source: usage,
  },
  {
    id: "silence/zh/did-not-say",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern: new RegExp(
      `${not}${manner}(?:说明|透露|披露|公布|交代|解释|指出|点出|给出|提供|说)(?=[^，。；]{0,24}(?:哪一方|哪方|日期|地点|数字|行程|名单|为何|何时|何地|如何|是否|什么|哪些|哪个|多少|多久|谁|细节|详情|详细|原因|理由|具体内容|时间表|身份))`,
      "gu",
    ),
    example: "没有说明运河何时开放",
    source: usage,
  },
  {
    id: "silence/zh/did-not-condemn",
    type: "omission",
    topic: "after",
    silent: "subject",
    pattern:
      /(?:并?没有|并?未|未曾|从未|始终未|始终没有|一直没有|拒不)(?:公开|明确|直接|点名)*(?:谴责|批评|声援|指责|表态支持|表明立场)(?![的者])/gu,
    example: "没有谴责封锁",
    source: usage,
  },
  {
    id: "silence/zh/not-by-name",
    type: "by-name",
    topic: "after",
    silent: "subject",
    pattern:
      /(?:并?没有|并?未|不|未有)(?:直接|公开|具体|明确)*(?:点名|指名道姓|指名|点明是谁|指明是谁)(?:地)?(?:批评了?|谴责了?|指责了?|提及|提到|抨击了?|影射了?|说)?/gu,
    example: "不点名批评梅拉尼亚",
    source: usage,
  },
  {
    id: "silence/zh/no-comment",
    type: "refusal",
    topic: "after",
    silent: "subject",
    pattern:
      /(?:拒绝|婉拒|不愿意?|不肯|不便|拒不)(?:就此|对此|进一步|公开|直接|正面|[向就对][^，。；]{1,20}?){0,3}(?:置评|评论|回应|回答|透露|说明|证实|表态|作答|答复|发表评论|作出评论|解释|披露|接受采访|多谈)(?!姓名|身份)|(?:不予|未予|不作|未作|不做|未做|没有作出|没有做出|暂无|不发表|未发表)(?:任何|进一步)*(?:置评|评论|回应|答复|表态)|(?:并?没有|并?未|暂未)(?:立即|即时|马上|正面|直接|公开|进一步|就此|对此|明确)*(?:回应|回复|回答|置评|答复|作答)(?:了)?(?![^，。；]{0,4}(?:的|者))|(?:并?未|没有)(?:就此|对此|就[^，。；]{2,16}|对[^，。；]{2,16})?(?:发表|作出|做出)(?:任何|进一步)?(?:评论|回应|表态|置评)|无可奉告|不予理会|避答|顾左右而言他|转移话题/gu,
    example: "拒绝就运河问题置评",
    source: usage,
  },
  {
    id: "silence/zh/not-yet",
    type: "not-yet",
    topic: "after",
    silent: "subject",
    pattern:
      /(?:尚未|仍未|还没有?|还未|迄今仍?未|迄今(?:仍|尚)?没有|至今仍?未|至今(?:仍|尚|还)?没有|目前尚未|迟迟未|迟迟没有|迟迟不)(?:正式|公开|明确|直接|作出|做出|就此|对此|对外|同意)*(?:表态|回应|评论|置评|证实|确认|谴责|宣布|公布|承认|签署|批准|说明|邀请|提供|答复|发表|道歉|作出承诺|承诺|表明|接受|否认|透露|披露|解释)(?:了)?/gu,
    example: "至今没有谴责封锁",
    source: usage,
  },
];
