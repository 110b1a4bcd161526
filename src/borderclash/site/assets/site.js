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

// What is typed, as words and, if a day or a month of a year is among it, the first and the last day of that.
const understood = (typed) => {
  let rest = plain(typed).replace(/\s+/g, " ").trim();
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
  const words = rest.split(" ").filter(Boolean);
  return { from, to, words: words.map((word) => (/^\d+$/.test(word) ? new RegExp(`(?<!\\d)${word}(?!\\d)`) : word)) };
};

const filters = document.getElementById("filters");
if (filters) {
  const items = [...document.querySelectorAll("#list > li")];
  const shown = document.getElementById("shown");
  const has = (list, word) => !word || list.split(" ").includes(word);
  const within = ({ day, end }, from, to) => (!from || !end || end >= from) && (!to || day <= to);
  const fits = ({ dataset: it }, wanted, { from, to, words }) => within(it, wanted.since, wanted.until) && within(it, from, to)
    && has(it.acts, wanted.act) && has(it.sides, wanted.side) && has(it.places, wanted.place) && has(it.statuses, wanted.status)
    && words.every((word) => (word instanceof RegExp ? word.test(it.text) : it.text.includes(word)));
  const apply = () => {
    const wanted = Object.fromEntries([...new FormData(filters)].filter(([, value]) => value.trim()));
    const typed = understood(wanted.q || "");
    let count = 0;
    for (const item of items) {
      item.hidden = !fits(item, wanted, typed);
      count += !item.hidden;
    }
    shown.textContent = count === items.length ? `${count} incidents` : `${count} of ${items.length} incidents`;
    document.getElementById("none").hidden = count > 0;
    document.getElementById("charts").hidden = Object.keys(wanted).length > 0; // they show all, whatever is asked for
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
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
}

const asof = document.getElementById("asof");
if (asof) {
  const cards = [...document.querySelectorAll(".card")];
  const figures = [...document.querySelectorAll("tr[data-said]")];
  const past = JSON.parse(document.getElementById("history").textContent);
  const words = new Map(cards.map((card) => [card, card.querySelector(".verdict")?.innerHTML]));
  const days = [...asof.elements.on.options].map((option) => option.value);
  const last = days.at(-1);
  const show = () => {
    const day = asof.elements.on.value;
    const now = day === last;
    let count = 0;
    const later = ({ dataset: { said } }) => !now && (!said || said > day); // what is of no known day cannot be said to have been known
    for (const row of figures) row.hidden = later(row);
    for (const card of cards) {
      card.hidden = later(card);
      count += card.hidden && Boolean(card.id);
      const verdict = card.querySelector(".verdict");
      if (!verdict) continue;
      const then = (past[card.id] || []).filter(([when]) => when <= day).pop();
      if (now || !then) verdict.innerHTML = words.get(card);
      else verdict.innerHTML = `<span class="status status-${then[1]}">${then[1].replace("-", " ")}</span> <span class="small">as of ${day}</span>`;
    }
    for (const thread of document.querySelectorAll(".thread")) thread.hidden = !thread.querySelector(".card:not([hidden])");
    asof.querySelector("output").textContent = count ? `hidden: ${count} claim${count === 1 ? "" : "s"} not known to have been said by then` : "";
    history.replaceState(null, "", `${location.pathname}${now ? "" : `?on=${day}`}${location.hash}`);
  };
  const asked = new URLSearchParams(location.search).get("on");
  asof.elements.on.value = days.includes(asked) ? asked : last;
  asof.hidden = false;
  asof.addEventListener("input", show);
  asof.addEventListener("submit", (event) => event.preventDefault());
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
