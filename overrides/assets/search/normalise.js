/*
 * From what people write to what the index holds: pure functions, no state, no network.
 * Index and query pass through the same `tokens`, so both sides always agree.
 *
 * Chinese is not segmented. A run of Han characters becomes its overlapping pairs (扣款失败: 扣款 款失 失败)
 * and its last character alone, so that a one-character query finds every place by prefix.
 */
"use strict";
(function (root) {
  const WORD = /\p{Script=Han}+|(?:[^\P{L}\p{Script=Han}]|\p{N})+(?:[.'’\-–](?:[^\P{L}\p{Script=Han}]|\p{N})+)*/gu;
  const unique = (list) => [...new Set(list)];
  const hanOnly = (text) => (text.match(/\p{Script=Han}+/gu) || []).join("");
  const isHan = (text) => /^\p{Script=Han}/u.test(text);

  /* What a person says around the thing she looks for; cut from queries, never from the index. */
  const FILLER_ZH = [
    "我想问一下",
    "我想了解",
    "我想知道",
    "想问一下",
    "想问问",
    "请问一下",
    "请问",
    "问一下",
    "麻烦问",
    "你好",
    "您好",
    "应该怎么说",
    "该怎么说",
    "怎么说才好",
    "应该怎么做",
    "该怎么做",
    "应该怎么办",
    "该怎么办",
    "怎么办才好",
    "怎么办",
    "咋办",
    "咋整",
    "咋说",
    "咋回事",
    "怎么回事",
    "怎么处理",
    "如何处理",
    "怎么应对",
    "如何应对",
    "怎么回答",
    "如何回答",
    "怎么回复",
    "怎么回应",
    "如何回应",
    "怎么解释",
    "如何解释",
    "怎么讲",
    "怎么说",
    "怎么做",
    "怎么样",
    "怎么写",
    "怎么才能",
    "怎样才能",
    "怎么",
    "怎样",
    "如何",
    "为什么",
    "为啥",
    "为何",
    "什么时候",
    "什么叫",
    "是什么意思",
    "什么意思",
    "是什么",
    "什么是",
    "有什么",
    "什么",
    "有哪些",
    "哪些",
    "是啥",
    "啥",
    "咋",
    "能不能",
    "可不可以",
    "是不是",
    "要不要",
    "该不该",
    "有没有",
    "可以吗",
    "行不行",
    "对不对",
    "是否",
    "应该",
    "需要",
    "我们",
    "我该",
    "我要",
    "我想",
    "碰到",
    "遇到",
    "遇上",
    "的时候",
    "时候",
    "关于",
    "到底",
    "才好",
    "才行",
    "一下",
    "才能",
    "吗",
    "呢",
    "吧",
    "啊",
    "呀",
    "嘛",
    "么",
  ];
  const FILLER_EN = [
    "what should i do (?:when|if)",
    "what should i do",
    "what do i do (?:when|if)",
    "what do i do",
    "what should i say (?:when|if|to)",
    "what should i say",
    "what do i say (?:when|if|to)",
    "what do i say",
    "what to do (?:when|if)",
    "what to do",
    "what to say (?:when|if|to)",
    "what to say",
    "how should i",
    "how should we",
    "how do i",
    "how do we",
    "how do you",
    "how can i",
    "how can we",
    "how to",
    "what is",
    "what are",
    "what does",
    "what if",
    "why do",
    "why does",
    "why is",
    "why should",
    "when should i",
    "should i",
    "should we",
    "can i",
    "can we",
    "may i",
    "am i allowed to",
    "is it ok to",
    "is it okay to",
    "do i have to",
    "do we have to",
    "i want to",
    "i need to",
    "tell me about",
    "help me",
    "please",
    "the best way to",
    "ok to",
  ];
  const STOP = new Set(
    ("a an and are as at be been but by do does for from had has have he her his i if in is it its me my of on or our she so that the their them they " +
      "this to us was we were what when where which who will with would you your how why can should about am did im ive").split(" "),
  );

  /* Forms no rule reaches. Metre and meter stay apart on purpose: one is a length. */
  const IRREGULAR = {
    paid: "pay",
    complaint: "complain",
    complaints: "complain",
    children: "child",
    people: "person",
    women: "woman",
    men: "man",
    said: "say",
    told: "tell",
    lost: "lose",
    heard: "hear",
    kept: "keep",
    broke: "break",
    broken: "break",
    cheque: "check",
    centre: "center",
    centres: "center",
    explanation: "explain",
    explanations: "explain",
    behavior: "behaviour",
    behaviors: "behaviour",
    neighbor: "neighbour",
    neighbors: "neighbour",
    stations: "station",
    statements: "statement",
  };
  const WHOLE = new Set(["station", "statement"]); // they would be cut to the same

  /* Light stemmer: number, -ing, -ed, -ly, -ment, -ion, -ise and a silent e. It may produce non-words;
   * it must only produce the same one for the forms of a word. */
  const stems = new Map();
  function stem(word) {
    if (!stems.has(word)) stems.set(word, cut(word));
    return stems.get(word);
  }

  function cut(word) {
    if (Object.hasOwn(IRREGULAR, word)) word = IRREGULAR[word];
    if (word.length < 4 || WHOLE.has(word) || !/^[a-z]+$/.test(word)) return word;
    let w = word.replace(/ie[sd]$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^siu])s$/, "$1");
    const bare = w.replace(/(?:ing|ed)$/, "");
    if (bare !== w && bare.length > 2 && /[aeiouy]/.test(bare)) w = bare;
    if (w.length > 6) w = w.replace(/ly$/, "");
    if (w.length > 5) w = w.replace(/ment$/, "").replace(/([st])ion$/, "$1");
    w = w.replace(/e$/, "");
    if (w.length > 5) w = w.replace(/i[sz]$/, "").replace(/y$/, "");
    return w.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  }

  /* Same length in, same length out, so that a place in folded text is a place in the original. */
  function folder(pairs) {
    const simple = new Map();
    const chars = [...(pairs || "")];
    for (let i = 0; i + 1 < chars.length; i += 2) simple.set(chars[i], chars[i + 1]);
    const traditional = simple.size ? new RegExp("[" + [...simple.keys()].join("") + "]", "gu") : null;
    return (text) => {
      const folded = text.replace(/[\u0080-\u4dff\ua000-\uffff]/g, (c) => {
        const n = c.normalize("NFKC");
        return n.length === 1 ? n : c;
      }).replace(/[^\u4e00-\u9fff\u0130]+/g, (run) => run.toLowerCase()); // U+0130 would become two
      return traditional ? folded.replace(traditional, (c) => simple.get(c)) : folded;
    };
  }

  /* Words of a Latin run: each part, and the parts joined (call-back: call, back, callback). */
  function latin(run, start, out) {
    const clean = run.replace(/['’](?:s$)?/g, "");
    if (/^[\d.]+$/.test(clean)) {
      out.push({ term: clean, start, end: start + run.length, han: false });
      return;
    }
    const parts = [...run.matchAll(/[^.\-–]+/g)];
    for (const part of parts) {
      const word = part[0].replace(/['’](?:s$)?/g, "");
      if (!word || (STOP.has(word) && parts.length === 1)) continue;
      const code = /^([a-z])(\d)$/.exec(word);
      out.push({
        term: code ? code[1] + "0" + code[2] : stem(word),
        start: start + part.index,
        end: start + part.index + part[0].length,
        han: false,
      });
    }
    if (parts.length > 1) out.push({ term: stem(clean.replace(/[.\-–]/g, "")), start, end: start + run.length, han: false, joined: true });
  }

  /* Folded text -> [{term, start, end, han}]. `lone`: the last character of a Han run, kept for one-character queries. */
  function tokens(folded) {
    const out = [];
    for (const match of folded.matchAll(WORD)) {
      const run = match[0], start = match.index;
      if (!isHan(run)) {
        latin(run, start, out);
        continue;
      }
      for (let i = 0; i < run.length; i++) {
        const term = run.slice(i, i + 2);
        out.push({ term, start: start + i, end: start + i + term.length, han: true, lone: term.length === 1 });
      }
    }
    return out;
  }

  const longestFirst = (words) => [...words].sort((a, b) => b.length - a.length);
  const fillerZh = new RegExp(longestFirst(FILLER_ZH).join("|"), "g");
  const fillerEn = new RegExp("(?<![\\p{L}\\p{N}])(?:" + longestFirst(FILLER_EN).join("|") + ")(?![\\p{L}\\p{N}])", "gu");

  /* Folded query without the talk around it; the query itself if nothing else is left. */
  function question(folded) {
    const cut = folded.replace(fillerEn, " ").replace(fillerZh, " ").replace(/\s+/g, " ").trim();
    return tokens(cut).length ? cut : folded;
  }

  root.CourseSearch = Object.assign(root.CourseSearch || {}, { folder, hanOnly, isHan, question, stem, tokens, unique });
})(self);
