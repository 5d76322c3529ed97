// A study code that came by QR stands behind the address's "#": browsers send that to nobody.
(() => {
  const found = /^#code=([0-9A-Za-z-]{28,40})$/.exec(location.hash);
  const field = document.querySelector("#code");
  if (!found || !field) return;
  field.value = found[1];
  field.focus();
  history.replaceState(null, "", location.pathname);
})();
