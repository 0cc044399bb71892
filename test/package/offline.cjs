// Loaded before a program under test: whoever opens a connection to another computer ends with code 99.
const net = require('node:net');

net.Socket.prototype.connect = () => process.exit(99);
