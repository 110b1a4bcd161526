// Filters that keep their state in the address, the record as of a day, and a copy button. Everything can be read without any of it.
"use strict";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")})`;
const DAYS = [
  [/(?<!\d)(\d{4})-(\d\d?)(?:-(\d\d?))?(?!\d)/, (year, month, day) => [year, month, day]],
  [/(?<!\d)(\d\d?)[./](\d\d?)[./](\d{4})(?!\d)/, (day, month, year) => [year, month, day]],
  [new RegExp(`\\b${MONTH} (\\d\\d?),? (\\d{4})(?!\\d)`), (month, day, year) => [year, month, day]],
  [new RegExp(`(?:(?<!\\d)(\\d\\d?) )?\\b${MONTH},? (\\d{4})(?!\\d)`), (day, month, year) => [year, month, day]],
];

// Small letters without their marks, as `_plain` in build.py makes of the texts that are searched.
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ə", "e").replaceAll("ı", "i");

// Words that say nothing of an incident, and words that are told for one another: whoever types one finds the others.
const alone = (words) => `(?<![\\p{L}\\p{N}])(?:${words})`;
const EMPTY = new RegExp(`${alone("a|an|the|of|on|in|at|to|by|and|or|from|with|near|during|what|who|was|were|incidents?")}(?![\\p{L}\\p{N}-])`, "gu");
const TOLD_ALIKE = [
  "shoot|shot|fir(?:e|ed|es|ing)(?!\\p{L})|gunfire|sniper",
  "arson|burn|blaze|set fire|fires?(?!\\p{L})",
  "shell|artillery|mortar|bombard",
  "captur|captive|prisoner|pows?(?!\\p{L})|detain|hostage",
  "drone|uavs?(?!\\p{L})|unmanned",
  "(?:land)?mine[sd]?(?!\\p{L})|minefield|demin",
  "kill|dead(?!\\p{L})|death|die[ds]?(?!\\p{L})",
].map((words) => new RegExp(alone(words), "u"));

// A typed word as a test of a text: a number stands for itself, one of the words above for all that are told alike.
const asked_for = (word) => {
  if (/^\d+$/.test(word)) return (text) => new RegExp(`(?<!\\d)${word}(?!\\d)`).test(text);
  const alike = TOLD_ALIKE.filter((words) => words.test(word));
  return alike.length ? (text) => alike.some((words) => words.test(text)) : (text) => text.includes(word);
};

// What is typed, as words and, if a day or a month of a year is among it, the first and the last day of that.
const understood = (typed) => {
  let rest = plain(typed).replace(/(\d)(?:st|nd|rd|th)(?!\p{L})/gu, "$1").replace(EMPTY, " ").replace(/\s+/g, " ").trim();
  let from = "", to = "";
  for (const [form, order] of DAYS) {
    const found = form.exec(rest);
    if (!found || from) continue;
    const [year, month, day] = order(...found.slice(1));
    const number = MONTHS.findIndex((name) => name.startsWith(month)) + 1 || Number(month);
    const start = `${year}-${String(number).padStart(2, "0")}-`;
    [from, to] = [start + (day || "1").padStart(2, "0"), start + (day || "31").padStart(2, "0")];
    rest = rest.replace(found[0], " ");
  }
  const words = rest.split(" ").map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
  return { from, to, words: words.map(asked_for), telling: words.filter((word) => !/^\d+$/.test(word)).map(asked_for) };
};

// What was asked of the list last, in this tab, so that the way back from an incident leads to it; a browser may refuse to keep it.
const remember = (query) => { try { sessionStorage.setItem("asked", query); } catch { /* then the way back leads to all */ } };
const remembered = () => { try { return sessionStorage.getItem("asked"); } catch { return null; } };

const back = document.getElementById("back");
if (back && remembered()) {
  back.search = remembered();
  back.textContent = "Back to the incidents found";
}

const filters = document.getElementById("filters");
if (filters) {
  const items = [...document.querySelectorAll("#list > li")];
  const shown = document.getElementById("shown");
  const has = (list, word) => !word || list.split(" ").includes(word);
  // Accuser, accused and status must be of one accusation, and so must the act if any of these is asked for.
  const charged = (list, { side, accused, act, status }) => !(side || accused || status) || list.split(" ").some((charge) => {
    const parts = charge.split("/");
    return [side, accused, act, status].every((word, place) => !word || parts[place] === word);
  });
  const within = ({ day, end }, from, to) => (!from || !end || end >= from) && (!to || day <= to);
  const charts = document.getElementById("charts");
  let asking = false;
  const list = document.getElementById("list");
  const fits = ({ dataset: it }, wanted, { from, to }) => within(it, wanted.since, wanted.until) && within(it, from, to)
    && has(it.acts, wanted.act) && has(it.places, wanted.place) && charged(it.charges, wanted);
  const apply = () => {
    const wanted = Object.fromEntries([...new FormData(filters)].filter(([, value]) => value.trim()));
    const typed = understood(wanted.q || "");
    const met = new Map(items.map((item) => [item, typed.telling.filter((word) => word(item.dataset.text)).length]));
    const fitting = items.filter((item) => fits(item, wanted, typed));
    const all = fitting.filter((item) => typed.words.every((word) => word(item.dataset.text)));
    const found = new Set(all.length ? all : fitting.filter((item) => met.get(item) > 0));
    for (const item of items) item.hidden = !found.has(item);
    list.append(...(all.length ? items : items.toSorted((one, other) => met.get(other) - met.get(one))));
    const count = found.size;
    shown.textContent = count === items.length ? `${count} incidents` : `${count} of ${items.length} incidents`;
    if (count && !all.length) shown.textContent += "; none has all these words, so those with most of them come first";
    document.getElementById("none").hidden = count > 0;
    const asks = Object.keys(wanted).length > 0;
    if (asks !== asking) charts.open = !asks; // they show all, whatever is asked for, and make way for what is found
    asking = asks;
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    remember(query);
  };
  const asked = new URLSearchParams(location.search);
  for (const field of filters.elements) {
    if (!field.name) continue;
    field.value = asked.get(field.name) || "";
    if (field.selectedIndex === -1) field.value = "";
  }
  filters.hidden = false;
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(apply));
  apply();
  const toTheList = () => { if (location.hash === "#incidents") charts.open = false; };
  window.addEventListener("hashchange", toTheList);
  toTheList();
}

const asof = document.getElementById("asof");
if (asof) {
  const cards = [...document.querySelectorAll(".card")];
  const dated = [...document.querySelectorAll("[data-from]")];
  const called = JSON.parse(asof.dataset.words);
  const past = JSON.parse(document.getElementById("history").textContent);
  const words = new Map(cards.map((card) => [card, card.querySelector(".verdict")?.innerHTML]));
  const field = asof.elements.on;
  const told = (day) => new Date(`${day}T00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const show = () => {
    if (!field.validity.valid) return; // a day half typed, or out of the record
    const day = field.value;
    const now = day === field.max;
    for (const each of dated) each.hidden = !now && each.dataset.from > day;
    for (const each of document.querySelectorAll(".of-today")) each.hidden = now;
    for (const each of document.querySelectorAll(".of-now")) each.hidden = !now;
    for (const card of cards) {
      const verdict = card.querySelector(".verdict");
      if (!verdict) continue;
      const then = (past[card.id] || []).filter(([when]) => when <= day).pop();
      if (now || !then) verdict.innerHTML = words.get(card);
      else verdict.innerHTML = `<span class="status status-${then[1]}">${called[then[1]]}</span> <span class="small">as of ${told(day)}</span>`;
    }
    for (const row of document.querySelectorAll(".beside tbody tr")) row.hidden = !row.querySelector("[data-from]:not([hidden])");
    for (const thread of document.querySelectorAll(".thread")) thread.hidden = !thread.querySelector(".card:not([hidden])");
    const claims = cards.filter((card) => card.hidden && card.id).length;
    const sources = document.querySelectorAll(".sources > [data-from][hidden]").length;
    const hidden = [claims && counted(claims, "claim"), sources && counted(sources, "source")].filter(Boolean).join(" and ");
    const whole = now ? "All that is recorded. An earlier day hides what was said or published after it." : "Nothing recorded here is known to be later.";
    asof.querySelector("output").textContent = hidden ? `Not known by then and hidden: ${hidden}.` : whole;
    history.replaceState(null, "", `${location.pathname}${now ? "" : `?on=${day}`}${location.hash}`);
  };
  const asked = new URLSearchParams(location.search).get("on");
  if (asked) field.value = asked;
  if (!field.validity.valid) field.value = field.max;
  asof.hidden = false;
  asof.addEventListener("input", show);
  asof.addEventListener("submit", (event) => event.preventDefault());
  asof.addEventListener("reset", () => setTimeout(show));
  show();
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const called = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(told.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(told);
      button.textContent = "Selected: copy it with the keyboard";
    }
    setTimeout(() => { button.textContent = called; }, 4000);
  });
}
