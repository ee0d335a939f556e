/** Traditional characters that occur in labels and titles of reports, each followed by its simplified form. */
const TRADITIONAL =
  '關关屬属於于國国機机構构業业織织務务請请況况總总計计經经復复議议訴诉訟讼維维糾纠結结審审還还無无現现規规範范廢废強强許许罰罚處处決决數数單单萬万廠厂轉转續续辦办終终個个據据繳缴納纳費费報报舉举類类內内' +
  '過过執执詢询護护權权確确認认獲获產产産产環环記记證证憑凭讀读書书論论題题條条項项體体稱称給给統统與与為为爲为這这種种達达進进遠远遲迟邊边選选採采購购額额動动標标準准義义應应對对實实際际發发佈布臺台灣湾' +
  '時时間间門门見见頁页長长車车專专質质賬账貨货責责貢贡資资賞赏賠赔區区縣县鎮镇鄉乡廳厅員员會会協协調调團团圖图場场問问電电網网線线級级組组約约紀纪純纯細细繼继絕绝徵征稅税補补衛卫裝装裡里裏里製制複复覽览' +
  '觀观訂订討讨訊讯設设訪访評评詞词該该詳详誠诚誤误說说説说謂谓謝谢譯译讓让贈赠輔辅輕轻輸输邏逻郵邮鄰邻針针鐵铁銷销錄录錢钱鍵键鑒鉴閱阅隊队階阶險险隨随隱隐雙双難难雲云靈灵靜静響响順顺須须預预領领頒颁頭头' +
  '願愿顯显風风飛飞館馆驗验黨党齊齐齡龄龍龙併并並并僅仅傳传價价億亿優优償偿兩两別别創创劃划勞劳勢势勝胜匯汇彙汇參参嚴严園园堅坚墊垫壓压壞坏夠够學学寧宁寫写寬宽導导屆届層层島岛師师帶带幹干廣广張张後后從从' +
  '徑径愛爱態态慮虑慶庆憲宪戰战戶户拋抛掃扫損损換换擔担擁拥擇择擬拟攝摄敗败敵敌暫暂曆历歷历東东極极槍枪樣样樓楼檔档檢检歐欧歡欢歲岁殘残氣气沒没衝冲減减測测湯汤滿满漢汉潔洁濟济災灾點点熱热營营爭争牆墙獎奖' +
  '獨独畢毕異异當当療疗監监盤盘眾众衆众礎础禮礼禍祸積积穩稳窮穷競竞筆笔節节簡简簽签籌筹糧粮緊紧編编練练縮缩績绩罷罢聖圣聞闻聯联職职聽听肅肃興兴舊旧藝艺號号偽伪麼么啟启啓启鹽盐佔占査查錯错開开衹只隻只遞递' +
  '陽阳滬沪蘇苏濱滨瀋沈貴贵陝陕甯宁';

/** Signs for radicals that text layers of PDF files have in the place of the character itself; NFKC leaves these alone. */
const RADICALS =
  '⺠民⻓长⻋车⻔门⻅见⻚页⻛风⻜飞⻢马⻥鱼⻩黄⻝食⻨麦⻬齐⻰龙⻮齿⻄西⻉贝⻘青⻦鸟⻤鬼⻣骨⻆角⺟母⺝月⺎兀⺁厂⺈刀⺋卩⺒巳⺓幺⺔彑' +
  '⺩王⺫目⺬示⺭示⺮竹⺯糸⺰纟⺱网⺲网⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衣⻃西⻇角⻈言⻌辶⻍辶⻎辶⻐金⻑长⻖阜⻗雨⻙韦⻞食⻟食⻠食⻧卤⻫齐⻭齿⻯龙⻱龟⻲龟';

/** Each such character with the one that labels are written in. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map([...pairs(TRADITIONAL), ...pairs(RADICALS)]);

function pairs(text: string): readonly (readonly [string, string])[] {
  const characters = [...text];
  return characters.flatMap((character, index) =>
    index % 2 === 0 ? [[character, characters[index + 1] ?? character] as const] : [],
  );
}
