// The long form of the desk: how many rows a part has, which parts were open, and where a link points.
"use strict";
// The boxes in which a row is chosen by typing take the name of their field; the admin's have none.
function nameBoxes() {
  document.querySelectorAll("select.select2-hidden-accessible").forEach(function (select) {
    var box = select.nextElementSibling;
    var label = select.id && document.querySelector("label[for='" + select.id + "']");
    if (!box || !label) return;
    var name = label.textContent.replace(/:\s*$/, "").trim();
    box.querySelectorAll("[role=combobox], [role=textbox], input.select2-search__field").forEach(function (part) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", name);
    });
  });
}
document.addEventListener("DOMContentLoaded", function () {
  // The boxes are drawn later, one by one, as rows are added.
  new MutationObserver(nameBoxes).observe(document.body, {childList: true, subtree: true});
  var key = "open " + location.pathname;
  var open = JSON.parse(sessionStorage.getItem(key) || "[]");
  document.querySelectorAll(".inline-group[id]").forEach(function (group) {
    var details = group.querySelector("details");
    var total = group.querySelector("input[name$='-TOTAL_FORMS']");
    if (!details || !total) return;
    var heading = details.querySelector("summary .inline-heading, summary h2, summary");
    var count = document.createElement("span");
    count.className = "count";
    heading.append(" ", count);
    var tell = function () {
      var rows = Array.prototype.filter.call(group.querySelectorAll(".inline-related:not(.empty-form)"), function (row) {
        return row.matches(".has_original") || Array.prototype.some.call(
          row.querySelectorAll("input[type=text], textarea"), function (box) { return box.value; });
      });
      count.textContent = "(" + rows.length + ")";
    };
    tell();
    document.addEventListener("formset:added", tell);
    document.addEventListener("formset:removed", tell);
    if (open.indexOf(group.id) >= 0 || group.querySelector(".errors, .errorlist")) details.open = true;
    details.addEventListener("toggle", function () {
      open = open.filter(function (id) { return id !== group.id; });
      if (details.open) open.push(group.id);
      sessionStorage.setItem(key, JSON.stringify(open));
    });
  });
  var target = location.hash && document.getElementById(location.hash.slice(1));
  if (target) {
    for (var part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    var inside = target.querySelector("details");
    if (inside) inside.open = true;
    (target.id.indexOf("claim-") === 0 && target.closest(".inline-related") || target).scrollIntoView();
    // Saved and shown again, the page begins at its top, where its messages are.
    history.replaceState(null, "", location.pathname + location.search);
    if (target.matches("input, select, textarea, [tabindex]")) target.focus();
  }
  var wrong = document.querySelector(".errorlist");
  if (wrong && document.querySelector("#content-main form")) {
    for (var up = wrong; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
    }
    wrong.scrollIntoView({block: "center"});
  }
  // What was typed and not saved is not left without a word.
  var form = document.querySelector(".change-form #content-main > form");
  if (form) {
    var typed = false;
    form.addEventListener("input", function () { typed = true; });
    form.addEventListener("submit", function () { typed = false; });
    window.addEventListener("beforeunload", function (event) {
      if (typed) event.preventDefault();
    });
  }
  // A type of legal action has statuses of its own; the others are not offered.
  var statuses = document.getElementById("statuses-of-types");
  if (!statuses) return;
  var of = JSON.parse(statuses.textContent);
  var narrow = function (type) {
    var status = document.getElementById(type.id.replace(/-type$/, "-status"));
    if (!status || status.disabled) return;
    Array.prototype.forEach.call(status.options, function (option) {
      var fits = !option.value || !of[type.value] || of[type.value].indexOf(option.value) >= 0;
      option.hidden = option.disabled = !fits && !option.selected;
    });
  };
  document.querySelectorAll("select[id^='id_legal_actions-'][id$='-type']").forEach(narrow);
  document.addEventListener("change", function (event) {
    if (/^id_legal_actions-.*-type$/.test(event.target.id)) narrow(event.target);
  });
});
