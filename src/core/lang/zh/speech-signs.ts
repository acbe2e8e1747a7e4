/** How a paragraph opens that goes on with the speech of the one before. */
export const goesOn: RegExp =
  /^(?:第?[一二三四五六七八九十]+[，、是]|其[一二三四]|[一二三四五六七]是|要|应该?|我们?|我愿|同时|目前|所谓|中[方国]|必须|让我们|希望|今天|明天|当前|此外)/u;

/** What only a speech says: the speaker's own voice, demands and hopes. */
export const speech: RegExp =
  /我们?|要[^求么]|应[该当]?|必须|不能|不应|愿|希望|呼吁|让我们|将|是[^，。]{2,30}的|一贯|坚[决定持]|致力于|主张|不可|不容|有必要/u;

/** A sentence of the press that goes on with somebody's words: they say “we” or are in quotation marks. */
export const ownVoice: RegExp =
  /^(?:[“「]|我们|我(?![国方]?[^，。]{0,4}(?:部|府|院|署|局|会|处|发言人))|咱们)|[，；]我们|^(?:他|她)?希望/u;

/** How a paragraph opens that tells what happened. */
export const tells: RegExp =
  /^(?:会[谈见议晤]|峰会|活动|当[天晚]|席间|随后|此前|据|[^，。]{0,12}(?:等)?(?:参加|出席|陪同))/u;

/** The state of the world that a sentence of a speech begins with: “在当前形势下，中方…”. */
export const circumstance: RegExp =
  /^(?:在|随着|面对|当前|面向)[^，。；：]{2,40}(?:下|中|上|时|后|前|际|今天)，/u;

/** What both or all should do: speech, not news. */
export const demand: RegExp =
  /^(?:要|应|必须|需要|不能|不要)|^[\p{Script=Han}]{1,3}方(?:还|也|都)?(?:应|要|必须|不应|不能|需要)|^[^，。]{0,30}，?(?:[双各两]方|两国|我们|彼此)(?:还|都|也|均|更)?(?:要|应当?|必须|不能|不应|不要|需要)/u;

/** Turns from what somebody says to what another does. */
export const turning: RegExp = /(?:不过|但是?|然而|而|至于)，?$/u;

/** What shows that another's words, or their lack, are told. */
export const toldOfAnother: RegExp =
  /(?:未|没有?|并未|只字未|避)(?:再|曾|公开|直接)?(?:提|谈|说|回应|提及|触及)|(?:发文|贴文|声明|回应|受访)/u;

/** Clauses before the subject that only say when or in answer to what. */
export const leadOnly: RegExp =
  /^(?:[^，。]{0,10}(?:日|午|晚|年|时|后|前|间|中|上)|(?:在|当|于|自|随着|经|面对|出席|结束)[^，。]{2,40}(?:时|后|前|间|中|上|际|下)|相应地?|同时|此外|[^，。]{0,3}地|(?:对于?|针对|关于|谈[到及]|被问[到及])[^，。]{2,60})，\s*$/u;
