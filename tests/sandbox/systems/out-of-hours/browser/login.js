// A session that ended while the board stood open: the log-in page belongs in the whole window, not in a frame.
if (window.top !== window.self) window.top.location.replace('/login');
