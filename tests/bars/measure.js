// What a page says of itself in the browser: too wide, targets too small, things that cannot be reached or seen.
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
  const controls = [...document.querySelectorAll("a[href], button, input, select, summary")].filter(shown);
  // A link inside a sentence is as high as its line (WCAG 2.5.8): its block holds other words beside it.
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = [...block.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : "")).join("").trim();
    return words.length > 0 || block.textContent.trim().length > element.textContent.trim().length;
  };
  const small = controls.filter((element) => {
    const box = element.getBoundingClientRect();
    return (box.width < 24 || box.height < 24) && !inSentence(element) && !element.matches(".skip");
  });
  const unreachable = controls.filter((element) => {
    element.focus({ focusVisible: true });
    if (document.activeElement !== element) return true;
    const box = element.getBoundingClientRect();
    const ring = getComputedStyle(element);
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return !seen || ring.outlineStyle === "none" || parseFloat(ring.outlineWidth) < 2;
  });
  return {
    wide: document.documentElement.scrollWidth > innerWidth,
    small: small.map(name),
    unreachable: unreachable.map(name),
  };
}
