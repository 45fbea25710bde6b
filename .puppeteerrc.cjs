// The browsers are the machine's own (BROWSER_BIN, Chromium, Chrome, Edge, Firefox); puppeteer downloads none.
module.exports = { skipDownload: true };
