// Loaded before a program under test: whoever opens a connection to another computer ends with code 99.
import net from 'node:net';

net.Socket.prototype.connect = () => process.exit(99);
