// Offers names while somebody types one. Without it the form works as it is.
"use strict";
document.querySelectorAll("input[data-names]").forEach(function (input, number) {
  var list = document.createElement("ul");
  var timer, asked, active = -1;
  list.id = "names-" + number;
  list.className = "names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  list.hidden = true;
  var told = document.createElement("p");
  told.className = "vh";
  told.setAttribute("role", "status");
  input.form.append(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  show([]);

  function show(rows) {
    active = -1;
    list.replaceChildren.apply(list, rows.map(function (row, index) {
      var item = document.createElement("li");
      item.id = list.id + "-" + index;
      item.setAttribute("role", "option");
      item.dataset.url = row.url;
      [row.name, row.other].forEach(function (text, second) {
        if (!text) return;
        var part = document.createElement(second ? "small" : "b");
        part.dir = "auto";
        if (second) part.lang = row.lang;
        part.textContent = text;
        item.append(part, " ");
      });
      return item;
    }));
    list.hidden = !rows.length;
    // How many are offered, in words that the page brings: "%s names offered".
    told.textContent = list.hidden ? "" : input.dataset.offered.replace("%s", rows.length);
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }
  function mark() {
    Array.prototype.forEach.call(list.children, function (item, index) {
      item.setAttribute("aria-selected", String(index === active));
    });
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[active].id);
  }
  function ask() {
    var text = input.value.trim();
    asked = text;
    if (text.length < 2) return show([]);
    fetch(input.dataset.names + "?q=" + encodeURIComponent(text), {credentials: "omit"})
      .then(function (answer) { return answer.ok ? answer.json() : []; })
      .then(function (rows) { if (asked === text) show(rows); })
      .catch(function () { if (asked === text) show([]); });
  }
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
  input.addEventListener("keydown", function (event) {
    var last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show([]); return; }
    if (event.isComposing) return;
    if (list.hidden) { if (event.key === "ArrowDown") ask(); return; }
    if (event.key === "ArrowDown") active = active < last ? active + 1 : -1;
    else if (event.key === "ArrowUp") active = active < 0 ? last : active - 1;
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); location.assign(list.children[active].dataset.url); return; }
    else return;
    event.preventDefault();
    mark();
  });
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    var item = event.target.closest("li");
    if (item) location.assign(item.dataset.url);
  });
  input.addEventListener("blur", function () { clearTimeout(timer); asked = null; show([]); });
});
