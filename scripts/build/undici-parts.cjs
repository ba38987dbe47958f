// What the client uses of undici. Its entry point would bring fetch, web sockets, caches and mocks along: half of the
// bundle.
const Dispatcher = require("undici/lib/dispatcher/dispatcher");

// As the entry point does it; a dispatcher for proxies asks through them by itself.
Object.assign(Dispatcher.prototype, require("undici/lib/api"));

exports.EnvHttpProxyAgent = require("undici/lib/dispatcher/env-http-proxy-agent");
exports.Pool = require("undici/lib/dispatcher/pool");
exports.buildConnector = require("undici/lib/core/connect");
