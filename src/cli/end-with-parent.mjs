// Loaded into the web server before its own code: when the process that started it is gone, in whatever way, the server
// does not stay behind on its port. Asked of the system, not of a channel: Next uses the channel for words of its own.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(0), 500).unref();
